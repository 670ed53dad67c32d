package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;

/**
 * Lays a plane of which the channels are one side where a map has its rows and columns, and S
 * numbers a position where it has its channels; and back. (N, S·C, 1, W) → (N, C, 1, W) with rows C
 * and columns W, or (N, S·C, H, 1) → (N, C, H, 1) with rows H and columns C, as Triplet Attention's
 * permutations leave them.
 *
 * @param inner a layer (N, S, rows, columns) → (N, 1, rows, columns)
 * @param width whether the other side is W, not H
 */
public record ChannelPlane(Layer inner, int channels, boolean width) implements Layer {

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
