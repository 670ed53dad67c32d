package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.squeezelab.data.Data;
import io.squeezelab.engine.Owned;

/**
 * Pixels to what enters the network: (pixel / 255 - mean) / deviation, per channel.
 *
 * @param scale (C)
 * @param shift (C)
 */
record Normal(NDArray scale, NDArray shift) {

  /**
   * @param manager that the constants live in
   */
  static Normal of(NDManager manager, Data data) {
    float[] times = new float[data.mean().size()];
    float[] plus = new float[times.length];
    for (int c = 0; c < times.length; c++) {
      times[c] = (float) (1 / (255 * data.deviation().get(c)));
      plus[c] = (float) (-data.mean().get(c) / data.deviation().get(c));
    }
    return new Normal(Owned.of(manager, times, times.length), Owned.of(manager, plus, plus.length));
  }

  /** (B, H, W, C) to (B, C, H, W) by strides alone: convolutions are faster on that layout. */
  NDArray of(NDArray bytes) {
    try (NDArray floats = bytes.toType(DataType.FLOAT32, true)) {
      return floats.muli(scale).addi(shift).transpose(0, 3, 1, 2);
    }
  }
}
