package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Stats;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Euclidean norm over the axes that go: √(Σx² + eps). (N, C, H, W) → the kept axes. Nothing to
 * learn; reads the map once.
 *
 * @param eps in squared units of the map; 0 leaves a gradient of 0 where all numbers are 0
 * @param mean divides the sum by how many they are: the root mean square
 */
@From(value = "Gated Channel Transformation, equation 2", link = "https://arxiv.org/abs/1909.11519")
public record L2(
    @Default("channel") Keep keep, @Default("1e-5") double eps, @Default("false") boolean mean)
    implements Squeeze {

  public L2 {
    Statistic.check(keep);
    Check.atLeast("eps", 0, eps);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return Statistic.of(scope, this, 1, this::norm);
  }

  private NDArray norm(Pass pass, NDArray x, int[] axes) {
    double share = mean ? 1.0 / Stats.count(x, axes) : 1;
    try (NDArray sum = Stats.squares(x, axes);
        NDArray shared = Ops.mul(sum, pass.constant(share));
        NDArray shifted = Ops.add(shared, pass.constant(Math.max(eps, Stats.LEAST)))) {
      return Ops.sqrt(shifted);
    }
  }
}
