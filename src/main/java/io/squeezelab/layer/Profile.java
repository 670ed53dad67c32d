package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;

/**
 * Relations along the channels: lays out the C channels of S statistics as an axis of its own, so
 * that the inner layer sees the statistics in the channels' place: (N, S·C, H, W) → (N, S, C, H·W),
 * inner → (N, 1, C, H·W) → (N, C, H, W).
 */
public record Profile(int statistics, Layer inner) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    int channels = in.channels() / statistics;
    Dims out = inner.trace(new Dims(statistics, channels, pixels(in)), sheet);
    return in.channels(out.channels() * channels);
  }

  private static int pixels(Dims in) {
    return Math.toIntExact(in.pixels());
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] s = x.getShape().getShape();
    long channels = s[1] / statistics;
    try (NDArray laid = Ops.reshape(x, s[0], statistics, channels, s[2] * s[3]);
        NDArray related = inner.forward(pass, laid)) {
      return Ops.reshape(related, s[0], channels, s[2], s[3]);
    }
  }
}
