package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.engine.Owned;
import io.squeezelab.engine.Weights;

/** What the optimizers share: their coefficients as arrays on the device, so no step copies one. */
final class Numbers {
  private Numbers() {}

  static NDArray scalar(NDManager manager, double value) {
    return manager.full(new Shape(), (float) value);
  }

  /** One value a step; {@code get(step)} is a view. */
  static NDArray column(NDManager manager, double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return Owned.of(manager, floats, floats.length);
  }

  /** Weight decay of each number of the flat weights; null for none at all. */
  static NDArray decay(Weights weights, double weightDecay, boolean normAndBiasToo) {
    return weightDecay == 0
        ? null
        : weights.each(p -> normAndBiasToo || p.decays() ? weightDecay : 0);
  }

  /** {@code sum += a·b}, leaving nothing behind in the managers of {@code a} and {@code b}. */
  static void addProduct(NDArray sum, NDArray a, NDArray b) {
    try (NDArray product = a.mul(b)) {
      sum.addi(product);
    }
  }
}
