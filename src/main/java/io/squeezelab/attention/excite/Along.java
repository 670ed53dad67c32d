package io.squeezelab.attention.excite;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Problem;
import java.util.function.IntFunction;

/**
 * Relations along an axis other than the channels: the axis takes the channels' place, the inner
 * layer does what it does to channels, and the axes change back.
 *
 * @param axis 2 (H) or 3 (W)
 */
record Along(int axis, Layer inner) implements Layer {

  /**
   * The layer that {@code build} makes for as many channels as the relation axis is long: the
   * channels where they are kept, else the one kept axis.
   */
  static Layer relation(Descriptor descriptor, IntFunction<Layer> build) {
    Keep keep = descriptor.keep();
    if (keep.keeps(1)) {
      return build.apply(descriptor.map().channels());
    }
    if (keep == Keep.SPATIAL) {
      throw new Problem("", "learns along one axis, but a spatial descriptor keeps two, H and W");
    }
    if (descriptor.statistics() > 1) {
      throw new Problem("", "takes one statistic where the channels are not kept");
    }
    boolean height = keep == Keep.HEIGHT;
    int size = height ? descriptor.shape().height() : descriptor.shape().width();
    return new Along(height ? 2 : 3, build.apply(size));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return swapped(inner.trace(swapped(in), sheet));
  }

  private Dims swapped(Dims d) {
    return axis == 2
        ? new Dims(d.height(), d.channels(), d.width())
        : new Dims(d.width(), d.height(), d.channels());
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    try (NDArray turned = x.swapAxes(1, axis);
        NDArray related = inner.forward(pass, turned)) {
      return related.swapAxes(1, axis);
    }
  }
}
