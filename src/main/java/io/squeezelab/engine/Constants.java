package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers as arrays that own their memory and stay open. A Java number as operand would be freed
 * before the backward pass reads it (wrong gradients, silently, on a processor) and copied to the
 * device with a wait (on a graphics card).
 */
public final class Constants {
  private final NDManager manager;
  private final Map<Float, NDArray> scalars = new HashMap<>();

  Constants(NDManager manager) {
    this.manager = manager;
  }

  /** A 0-dimensional array. */
  public NDArray of(double value) {
    return scalars.computeIfAbsent(
        (float) value, v -> manager.full(new Shape(), v, DataType.FLOAT32));
  }
}
