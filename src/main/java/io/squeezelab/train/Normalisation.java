package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.squeezelab.data.Data;
import io.squeezelab.engine.Owned;

/** Bytes to what enters a network: (pixel / 255 - mean) / deviation, by channel. */
final class Normalisation {
  private final NDArray scale; // (C)
  private final NDArray shift; // (C)

  /**
   * @param manager that the constants live in
   */
  Normalisation(NDManager manager, Data data) {
    int channels = data.dims().channels();
    float[] times = new float[channels];
    float[] plus = new float[channels];
    for (int c = 0; c < channels; c++) {
      times[c] = (float) (1 / (255 * data.deviation().get(c)));
      plus[c] = (float) (-data.mean().get(c) / data.deviation().get(c));
    }
    scale = Owned.of(manager, times, channels);
    shift = Owned.of(manager, plus, channels);
  }

  /** (…, C), bytes, to floats of the same shape. */
  NDArray of(NDArray bytes) {
    return bytes.toType(DataType.FLOAT32, true).muli(scale).addi(shift);
  }

  /** What black becomes: (C). */
  NDArray black() {
    return shift;
  }
}
