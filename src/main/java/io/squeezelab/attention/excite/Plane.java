package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.layer.ChannelPlane;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import java.util.function.IntFunction;

/** Relations on the two axes that a descriptor keeps. */
final class Plane {
  private static final String FITS = "spatial, channel-height, channel-width or all";

  private Plane() {}

  static void check(int kernel, int dilation) {
    Check.odd("kernel", 999, kernel);
    Check.within("dilation", 1, 1000, dilation);
  }

  /** A norm of the one map that comes out. */
  static void check(Norm norm) {
    boolean leaves = !(norm instanceof Norm.Channels);
    Check.that(leaves, "norm", "must be none or batch; over one channel, layer leaves only zeros");
  }

  /**
   * @param build makes a layer (N, S, rows, columns) → (N, 1, rows, columns) for as many numbers S
   *     as each position of the plane has
   */
  static Layer of(Descriptor descriptor, IntFunction<Layer> build) {
    Keep keep = descriptor.keep();
    if (keep == Keep.SPATIAL || keep == Keep.ALL) {
      return build.apply(descriptor.shape().channels());
    }
    boolean width = keep == Keep.CHANNEL_WIDTH;
    if (!width && keep != Keep.CHANNEL_HEIGHT) {
      throw new Problem("", "slides over a plane; the squeeze must keep " + FITS);
    }
    if (!descriptor.regular()) {
      throw new Problem("", "needs a plane of the map's own channels, not " + descriptor.shape());
    }
    int channels = descriptor.logits().channels();
    return new ChannelPlane(build.apply(descriptor.statistics()), channels, width);
  }
}
