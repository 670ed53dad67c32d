package io.squeezelab.attention.excite;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Problem;
import java.util.function.IntFunction;

/**
 * Relations on a plane of which the channels are one side: the plane is laid where a map has its
 * rows and columns, the statistics where it has its channels, and back. The sides lie as Triplet
 * Attention's permutations leave them: rows C and columns W, or rows H and columns C.
 *
 * @param inner a layer (N, S, rows, columns) → (N, 1, rows, columns)
 * @param width whether the other side is W, not H
 */
record Plane(Layer inner, int channels, boolean width) implements Layer {

  /**
   * @param build makes the inner layer for as many numbers as each position of the plane has
   */
  static Layer of(Descriptor descriptor, IntFunction<Layer> build) {
    Keep keep = descriptor.keep();
    if (keep == Keep.SPATIAL || keep == Keep.ALL) {
      return build.apply(descriptor.shape().channels());
    }
    boolean width = keep == Keep.CHANNEL_WIDTH;
    if (!width && keep != Keep.CHANNEL_HEIGHT) {
      throw new Problem(
          "",
          "slides over a plane; the squeeze must keep spatial, channel-height, channel-width or"
              + " all");
    }
    if (!descriptor.regular()) {
      throw new Problem("", "needs a plane of the map's own channels, not " + descriptor.shape());
    }
    int channels = descriptor.logits().channels();
    return new Plane(build.apply(descriptor.statistics()), channels, width);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    int statistics = in.channels() / channels;
    inner.trace(
        width
            ? new Dims(statistics, channels, in.width())
            : new Dims(statistics, in.height(), channels),
        sheet);
    return in.channels(channels);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) { // (N, S·C, 1, W) or (N, S·C, H, 1)
    long[] s = x.getShape().getShape();
    long statistics = s[1] / channels;
    if (width) {
      try (NDArray plane = Ops.reshape(x, s[0], statistics, channels, s[3]);
          NDArray one = inner.forward(pass, plane)) { // (N, 1, C, W)
        return Ops.reshape(one, s[0], channels, 1, s[3]);
      }
    }
    try (NDArray standing = Ops.reshape(x, s[0], statistics, channels, s[2]);
        NDArray plane = Shapes.permute(standing, 0, 1, 3, 2); // (N, S, H, C)
        NDArray one = inner.forward(pass, plane)) { // (N, 1, H, C)
      return Shapes.permute(one, 0, 3, 2, 1); // (N, C, H, 1)
    }
  }
}
