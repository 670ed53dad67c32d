package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Spread over the axes that go: the square root of population variance plus eps. (N, C, H, W) → the
 * kept axes. Nothing to learn; reads the map twice (mean, then deviations).
 *
 * @param eps in squared units of the map; keeps the gradient finite where the map is constant
 */
@From(value = "SRM, equation 2", link = "https://arxiv.org/abs/1903.10829")
public record Std(@Default("channel") Keep keep, @Default("1e-5") double eps) implements Squeeze {
  public Std {
    Statistic.check(keep);
    Check.above("eps", 0, eps);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return Statistic.of(scope, this, keep, 2, this::spread);
  }

  private NDArray spread(Pass pass, NDArray x, int[] axes) { // (N, C, H, W)
    try (NDArray mean = Ops.mean(pass, x, axes); // kept axes
        NDArray deviations = Ops.sub(x, mean); // (N, C, H, W)
        NDArray squares = Ops.square(deviations); // (N, C, H, W)
        NDArray variance = Ops.mean(pass, squares, axes)) { // kept axes
      return Ops.sqrt(Ops.add(variance, pass.constant(eps)));
    }
  }
}
