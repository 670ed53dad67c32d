package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pool;

/**
 * What the identity branch of a {@link Resnet} does where the shape changes; where only the
 * channels do, it is a 1x1 convolution and batch norm always.
 */
public enum Projection {
  /** A 1x1 convolution that takes every second row and column, and batch norm. */
  CONV1X1,
  /** A 3x3 convolution of stride 2 and batch norm: SENet-154 (arXiv 1709.01507, appendix). */
  CONV3X3,
  /**
   * A mean over 2x2, a 1x1 convolution and batch norm, so that no number is passed over: ResNet-D
   * (arXiv 1812.01187, section 4.2). At an odd edge the mean is over what is there.
   */
  POOL;

  /**
   * The layers, under {@code downsample.0} and {@code downsample.1}; of a pool {@code downsample.1}
   * and {@code downsample.2}.
   *
   * @param stride 2 where the map becomes smaller
   */
  Layer block(Scope scope, Dims in, Dims out, int stride) {
    if (in.equals(out)) {
      return Layer.IDENTITY;
    }
    Scope its = scope.in("downsample");
    if (this == POOL) {
      Layer pool = Pool.mean(its.in(0).path(), 2, 2, 0).ceiled();
      return Chain.of(stride == 2 ? pool : Layer.IDENTITY, normed(its, 1, in, out, 1, 1));
    }
    return normed(its, 0, in, out, this == CONV3X3 && stride == 2 ? 3 : 1, stride);
  }

  private static Layer normed(Scope its, int first, Dims in, Dims out, int kernel, int stride) {
    return Chain.of(
        Conv.of(its.in(first), in.channels(), out.channels(), kernel, stride),
        BatchNorm.of(its.in(first + 1), out.channels()));
  }
}
