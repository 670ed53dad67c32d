package io.squeezelab.attention.fuse;

import io.squeezelab.attention.Branch;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;
import java.util.List;

/**
 * Two maps by turns: factor·(g·x + (1 - g)·y), g gating the added logits of branches of x + y, and
 * in further rounds of the blend before, without factor. Parameters of round r's branch b under
 * {@code r.b}, from 0; reads both maps once a round.
 *
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
    reuse.forEach(branch -> Check.within("reuse", 0, of.size(), branch));
  }

  @Override
  public void fitsEqual() {
    throw new Problem("", "blends two maps: of the same one twice nothing would change");
  }

  @Override
  public Join block(Scope scope, Dims map, int inputs) {
    Check.that(inputs == 2, "", "blends two maps, is given " + inputs);
    List<Layer> logits = Again.logits(this, scope, map);
    gate.fits(logits.get(0).trace(map, new Sheet()));
    return new Rounds(scope.place(), logits, gate, factor);
  }
}
