package io.squeezelab.data;

import io.squeezelab.layer.ForthAndBack.Tensor;
import java.util.Arrays;

/**
 * A tensor to be written, whose numbers are asked for part by part: they need not be in memory at
 * once.
 */
public record TensorSource(long[] shape, Part part) {
  /** Gives some of its numbers, in row-major order. */
  @FunctionalInterface
  public interface Part {
    float[] numbers(int from, int count);
  }

  static TensorSource of(Tensor tensor) {
    float[] all = tensor.numbers();
    return new TensorSource(
        tensor.shape(), (from, count) -> Arrays.copyOfRange(all, from, from + count));
  }

  int size() {
    return (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
