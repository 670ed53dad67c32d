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
 * Spread over the axes that go: √(Σ(x - mean)² / n + eps). (N, C, H, W) → the kept axes. Nothing to
 * learn; reads the map twice (mean, then deviations).
 *
 * @param eps in squared units of the map; keeps the gradient finite where the map is constant
 * @param unbiased divides by n - 1, as SRM's released code does; the spread of a single number
 *     stays √eps
 */
@From(value = "SRM, equation 2", link = "https://arxiv.org/abs/1903.10829")
public record Std(
    @Default("channel") Keep keep, @Default("1e-5") double eps, @Default("false") boolean unbiased)
    implements Squeeze {
  public Std {
    Statistic.check(keep);
    Check.above("eps", 0, eps);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return Statistic.of(scope, this, 2, this::spread);
  }

  private NDArray spread(Pass pass, NDArray x, int[] axes) {
    try (NDArray mean = Ops.mean(pass, x, axes)) {
      return around(pass, x, mean, axes);
    }
  }

  /** The spread around a mean that is known already. */
  NDArray around(Pass pass, NDArray x, NDArray mean, int[] axes) {
    long count = Stats.count(x, axes);
    long divisor = unbiased ? Math.max(count - 1, 1) : count;
    try (NDArray sum = Stats.deviations(x, mean, axes);
        NDArray variance = Ops.mul(sum, pass.constant(1.0 / divisor));
        NDArray shifted = Ops.add(variance, pass.constant(eps))) {
      return Ops.sqrt(shifted);
    }
  }
}
