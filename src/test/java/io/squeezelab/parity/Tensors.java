package io.squeezelab.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A safetensors file from the test resources, read without the engine that it will judge. */
public final class Tensors {
  private final Map<String, float[]> floats = new LinkedHashMap<>();
  private final Map<String, long[]> longs = new LinkedHashMap<>();
  private final Map<String, long[]> shapes = new LinkedHashMap<>();

  private Tensors() {}

  public static Tensors read(String resource) {
    try (InputStream in = Tensors.class.getResourceAsStream(resource)) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      int length = (int) bytes.getLong();
      byte[] header = new byte[length];
      bytes.get(header);
      JsonNode index = Trees.json(new String(header, StandardCharsets.UTF_8));
      Tensors tensors = new Tensors();
      index.properties().stream()
          .filter(entry -> entry.getValue().has("dtype"))
          .forEach(entry -> tensors.add(entry.getKey(), entry.getValue(), bytes, 8 + length));
      return tensors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String name, JsonNode entry, ByteBuffer bytes, int base) {
    int from = entry.at("/data_offsets/0").asInt();
    int to = entry.at("/data_offsets/1").asInt();
    ByteBuffer part = bytes.slice(base + from, to - from).order(ByteOrder.LITTLE_ENDIAN);
    long[] shape = new long[entry.get("shape").size()];
    Arrays.setAll(shape, i -> entry.get("shape").get(i).asLong());
    shapes.put(name, shape);
    if (entry.get("dtype").asText().equals("I64")) {
      long[] numbers = new long[part.remaining() / 8];
      part.asLongBuffer().get(numbers);
      longs.put(name, numbers);
    } else {
      float[] numbers = new float[part.remaining() / 4];
      part.asFloatBuffer().get(numbers);
      floats.put(name, numbers);
    }
  }

  public boolean has(String name) {
    return floats.containsKey(name) || longs.containsKey(name);
  }

  public float[] floats(String name) {
    return floats.get(name);
  }

  public long[] longs(String name) {
    return longs.get(name);
  }

  public long[] shape(String name) {
    return shapes.get(name);
  }

  /** The tensors under a prefix, by the rest of their names. */
  public Map<String, float[]> under(String prefix) {
    Map<String, float[]> some = new LinkedHashMap<>();
    floats.forEach(
        (name, numbers) -> {
          if (name.startsWith(prefix)) {
            some.put(name.substring(prefix.length()), numbers);
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
