package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Window;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Local relations on a plane: one kernel slides over the two axes that the descriptor keeps, zero
 * padded, and reads its S statistics as channels. (N, S, H, W) → (N, 1, H, W); for {@code keep:
 * channel-width} the plane has C rows and W columns, for {@code channel-height} H rows and C
 * columns; where all axes are kept, the C channels are what it reads. Parameters {@code weight} (1,
 * S, k, k), if wanted {@code bias} (1), and the norm's under {@code norm}; cost: S·k² multiply-adds
 * per position of the plane.
 *
 * @param kernel k, odd
 * @param dilation steps between the kernel's taps
 * @param norm of the one map that comes out; CBAM's and Triplet's code have batch norm with
 *     momentum 0.01
 */
@From(value = "CBAM, equation 5", link = "https://arxiv.org/abs/1807.06521")
public record Conv2d(
    @Default("7") int kernel,
    @Default("1") int dilation,
    @Default("false") boolean bias,
    @Default("none") Norm norm)
    implements Excite {
  public Conv2d {
    Plane.check(kernel, dilation);
    Plane.check(norm);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    return Plane.of(
        descriptor,
        statistics -> {
          Window window = Window.square(kernel).dilation(dilation);
          Layer conv = Conv.of(scope, statistics, 1, window, bias);
          return Chain.of(conv, norm.block(scope.in("norm"), 1));
        });
  }
}
