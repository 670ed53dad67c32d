package io.squeezelab.attention.fuse;

import io.squeezelab.attention.Members;
import io.squeezelab.attention.Merge;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import java.util.List;
import java.util.stream.IntStream;

/** The branches of a {@link Blend}, built once for each round. */
final class Again {
  private Again() {}

  /** The logits of each round of a blend; a branch that is reused is that of the first round. */
  static List<Layer> logits(Blend blend, Scope scope, Dims map) {
    int branches = blend.of().size();
    Layer[] built = new Layer[branches];
    Members.Build<Integer, Layer> branch =
        (b, its) -> {
          boolean known = built[b] != null && blend.reuse().contains(b);
          built[b] = known ? built[b] : blend.of().get(b).spread(its, map);
          return built[b];
        };
    List<Integer> numbers = IntStream.range(0, branches).boxed().toList();
    return IntStream.range(0, blend.rounds())
        .mapToObj(round -> Merge.SUM.of(Members.of(numbers, scope.in(round), branch)))
        .toList();
  }
}
