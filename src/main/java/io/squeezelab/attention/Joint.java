package io.squeezelab.attention;

import io.squeezelab.attention.apply.Apply;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
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
    List<Layer> logits = Members.of(of, scope, (branch, its) -> branch.spread(its, map));
    return Weighing.of(scope, map, Keep.ALL, merge.of(logits), gate, apply);
  }
}
