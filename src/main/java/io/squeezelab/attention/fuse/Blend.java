package io.squeezelab.attention.fuse;

import io.squeezelab.attention.Branch;
import io.squeezelab.attention.Merge;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * Two maps by turns: factor·(g·x + (1 - g)·y), where g gates the added logits of branches of x + y.
 * Each further round's branches see the blend before it, without the factor. Parameters of round
 * r's branch b under {@code r.b}, from 0; reads both maps once a round.
 *
 * @param factor 1 keeps the scale of the maps; at 2 equal weights give their sum
 * @param reuse branches whose weights of the first round serve all rounds
 */
@From(value = "AFF, equations 4 and 5", link = "https://arxiv.org/abs/2009.14082")
public record Blend(
    @Default("[{}]") List<Branch> of,
    @Default("sigmoid") Gate gate,
    @Default("1") double factor,
    @Default("1") int rounds,
    @Default("[]") List<Integer> reuse)
    implements Fuse {
  public Blend {
    Check.that(!of.isEmpty(), "of", "must name at least one branch");
    Check.above("factor", 0, factor);
    Check.within("rounds", 1, 65, rounds);
    int branches = of.size();
    reuse.forEach(branch -> Check.within("reuse", 0, branches, branch));
  }

  @Override
  public Join block(Scope scope, Dims map, int inputs) {
    Check.that(inputs == 2, "", "blends two maps, is given " + inputs);
    List<List<Layer>> logits = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<Layer> branches = new ArrayList<>();
      for (int b = 0; b < of.size(); b++) {
        boolean known = round > 0 && reuse.contains(b);
        Scope its = scope.in(round).in(b);
        branches.add(known ? logits.get(0).get(b) : of.get(b).spread(its, map));
      }
      logits.add(branches);
    }
    List<Layer> added = logits.stream().map(Merge.SUM::of).toList();
    gate.fits(added.get(0).trace(map, new Sheet()));
    return new Rounds(scope.place(), added, gate, factor);
  }
}
