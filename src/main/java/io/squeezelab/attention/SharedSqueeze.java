package io.squeezelab.attention;

import io.squeezelab.attention.apply.Apply;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * One squeeze, used several times: each use excites and gates the descriptor of the input in its
 * own way, and applies its weights to what the use before it gave. (N, C, H, W) → (N, C, H, W);
 * parameters under {@code squeeze}, and under {@code k.excite} and {@code k.apply} of the k-th use,
 * from 0.
 *
 * @param of the uses, in their order
 */
@From(
    value = "GCNet, figure 4 (released code, both fusions)",
    link = "https://arxiv.org/abs/1904.11492")
public record SharedSqueeze(@Default("avg") Squeeze squeeze, List<Use> of) implements Attention {

  /** What is done with the descriptor. */
  public record Use(
      @Default("bottleneck") Excite excite,
      @Default("sigmoid") Gate gate,
      @Default("scale") Apply apply) {}

  public SharedSqueeze {
    Check.that(!of.isEmpty(), "of", "must have at least one use");
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    Layer squeezing = Branch.part("squeeze", () -> squeeze.block(scope.in("squeeze"), map));
    Dims descriptor = squeezing.trace(map, new Sheet());
    List<Layer> excites = new ArrayList<>();
    List<Weighing> weighings =
        Members.of(
            of,
            scope,
            (use, its) -> {
              Layer excite = new Branch(squeeze, use.excite()).exciting(its, map);
              excites.add(excite);
              Dims logits = excite.trace(descriptor, new Sheet());
              return Weighing.of(its, map, squeeze.keep(), logits, use.gate(), use.apply());
            });
    return new Uses(squeezing, excites, weighings);
  }
}
