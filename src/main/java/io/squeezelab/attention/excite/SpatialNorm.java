package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Standard;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Each number measured against its channel's other positions: standardised over them, then w·(γ·n +
 * β) + b. (N, C, H, W) → the same. Parameters {@code norm.weight} γ, starts at 1, {@code norm.bias}
 * β, starts at 0, {@code weight} w, starts at 0, {@code bias} b, starts at 1, all (C); no
 * multiply-adds of linear layers; reads the map twice.
 *
 * @param eps added to the variance, in squared units of the map
 */
@From(value = "SA-Net, equation 3", link = "https://arxiv.org/abs/2102.00240")
public record SpatialNorm(@Default("1e-5") double eps) implements Excite {
  public SpatialNorm {
    Check.above("eps", 0, eps);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    return Standard.of(scope, Positions.of("spatial-norm", descriptor).channels(), eps);
  }
}
