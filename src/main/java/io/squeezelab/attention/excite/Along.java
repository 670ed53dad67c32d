package io.squeezelab.attention.excite;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Problem;
import java.util.function.IntFunction;

/**
 * Relations along an axis other than the channels: that axis takes the channels' place, as long as
 * all its statistics together, the inner layer does what it does to channels, and the axis goes
 * back.
 *
 * @param kept shape of what comes back: (1, H, 1) or (1, 1, W)
 */
record Along(Dims kept, Layer inner) implements Layer {

  /**
   * The layer that {@code build} makes for as many channels as the relation axis is long: the
   * channels where they are kept, else the one kept axis.
   */
  static Layer relation(Descriptor descriptor, IntFunction<Layer> build) {
    if (descriptor.keep().keeps(1)) {
      return build.apply(descriptor.map().channels());
    }
    if (descriptor.keep() == Keep.SPATIAL) {
      throw new Problem("", "learns along one axis, but a spatial descriptor keeps two, H and W");
    }
    Dims kept = descriptor.logits();
    return new Along(kept, build.apply((int) kept.size()));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    inner.trace(new Dims((int) in.size(), 1, 1), sheet);
    return kept;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) { // (N, S, H, 1) or (N, S, 1, W)
    long images = x.getShape().get(0);
    try (NDArray turned = Ops.reshape(x, images, -1, 1, 1); // (N, S·H, 1, 1)
        NDArray related = inner.forward(pass, turned)) { // (N, H, 1, 1)
      return Ops.reshape(related, images, 1, kept.height(), kept.width());
    }
  }
}
