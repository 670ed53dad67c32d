package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.layer.ChannelPlane;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import java.util.function.IntFunction;

/** Relations on the two axes that a descriptor keeps. */
final class Plane {
  private static final String FITS = "spatial, channel-height, channel-width or all";

  private Plane() {}

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

  /** For excitations of a map's rows and columns, the numbers of a position being its channels. */
  static Dims map(Descriptor descriptor) {
    Keep keep = descriptor.keep();
    boolean flat = keep == Keep.SPATIAL || keep == Keep.ALL;
    Check.that(flat, "", "needs rows and columns; the squeeze must keep spatial or all (none)");
    return descriptor.shape();
  }
}
