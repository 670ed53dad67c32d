package io.squeezelab.attention;

import io.squeezelab.attention.apply.Apply;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;
import java.util.List;

/**
 * Several squeezes and excitations of one map, whose logits are merged before one gate and one
 * apply: (N, C, 1, 1) of one branch with (N, 1, H, W) of another make (N, C, H, W). Parameters of
 * the k-th branch are under {@code k}, from 0, and under {@code apply}.
 *
 * @param merge of the logits
 */
@From(value = "BAM, equation 2", link = "https://arxiv.org/abs/1807.06514")
public record Joint(
    List<Branch> of,
    @Default("sum") Merge merge,
    @Default("sigmoid") Gate gate,
    @Default("scale") Apply apply)
    implements Attention {
  public Joint {
    Check.that(of.size() > 1, "of", "must have at least two branches");
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    List<Layer> logits = Members.of(of, scope, (branch, its) -> spread(branch, its, map));
    return Weighing.of(scope, map, Keep.ALL, merge.of(logits), gate, apply);
  }

  /** Logits of groups or neighbourhoods are given to all that they stand for before they meet. */
  private static Layer spread(Branch branch, Scope scope, Dims map) {
    Layer logits = branch.block(scope, map);
    Keep keep = branch.squeeze().keep();
    if (keep == Keep.CROSS) {
      String why = "weights of a height and a width profile are multiplied, their logits are not";
      throw new Problem("squeeze", why + ": keep cross is for squeeze-excite");
    }
    Dims found = logits.trace(map, new Sheet());
    return Chain.of(logits, Branch.part("excite", () -> Spread.of(keep, found, map)));
  }
}
