package io.squeezelab.parity;

import io.squeezelab.data.Safetensors;
import io.squeezelab.layer.ForthAndBack.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A safetensors file from the test resources, read without the engine that it will judge. */
public record Tensors(Map<String, Tensor> all) {

  public static Tensors read(String resource) {
    try (InputStream in = Tensors.class.getResourceAsStream(resource)) {
      return new Tensors(Safetensors.read(resource, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String name) {
    return all.containsKey(name);
  }

  public float[] floats(String name) {
    return all.get(name).numbers();
  }

  /** Whole numbers, such as labels, which a float holds exactly. */
  public long[] longs(String name) {
    float[] numbers = floats(name);
    long[] whole = new long[numbers.length];
    Arrays.setAll(whole, i -> (long) numbers[i]);
    return whole;
  }

  public long[] shape(String name) {
    return all.get(name).shape();
  }

  /** The tensors under a prefix, by the rest of their names. */
  public Map<String, float[]> under(String prefix) {
    Map<String, float[]> some = new LinkedHashMap<>();
    all.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            some.put(name.substring(prefix.length()), tensor.numbers());
          }
        });
    return some;
  }

  /** Largest difference over largest expected number: what the reference calls relative. */
  public static double difference(float[] expected, float[] actual) {
    if (expected.length != actual.length) {
      throw new AssertionError(expected.length + " numbers expected, not " + actual.length);
    }
    double largest = 0;
    double scale = 0;
    for (int i = 0; i < expected.length; i++) {
      double apart = Math.abs((double) expected[i] - actual[i]);
      largest = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(largest, apart);
      scale = Math.max(scale, Math.abs(expected[i]));
    }
    return scale == 0 ? largest : largest / scale;
  }
}
