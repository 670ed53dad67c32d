package io.squeezelab.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Trees;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file, of which nothing is taken on trust.
 *
 * @param metadata an object of texts; missing where there is none
 */
record TensorHeader(JsonNode metadata, Map<String, Place> tensors) {
  static final String METADATA = "__metadata__";
  static final int PREFIX = 8;

  /** The most that the format's own reader takes. */
  private static final long MOST = 100_000_000;

  /**
   * Where a tensor lies.
   *
   * @param from the byte of the file
   * @param length in bytes
   */
  record Place(Element type, List<Long> sizes, long from, long length) {
    long[] shape() {
      return sizes.stream().mapToLong(Long::longValue).toArray();
    }
  }

  static TensorHeader read(Bytes file) {
    if (file.size() < PREFIX) {
      throw file.fault(file.size() + " bytes are too few for a safetensors file");
    }
    long length = file.part(0, PREFIX).getLong();
    long rest = file.size() - PREFIX;
    if (length > MOST && length <= rest) {
      throw file.fault("announces a header of " + length + " bytes; the most is " + MOST);
    }
    if (length < 0 || length > rest) {
      String announced = Long.toUnsignedString(length) + " bytes";
      String held = rest + " follow; it is truncated, or no safetensors file";
      throw file.fault("announces a header of " + announced + ", but " + held);
    }
    JsonNode header = json(file, file.part(PREFIX, (int) length));
    Map<String, Place> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals(METADATA)) {
        TensorEntry one = new TensorEntry(file, entry.getKey(), entry.getValue());
        tensors.put(entry.getKey(), one.place(PREFIX + length));
      }
    }
    apart(file, tensors);
    return new TensorHeader(header.path(METADATA), tensors);
  }

  /** Many tensors on the same bytes could ask for much more memory than there is file. */
  private static void apart(Bytes file, Map<String, Place> tensors) {
    long end = 0;
    for (Map.Entry<String, Place> one :
        tensors.entrySet().stream()
            .sorted(Comparator.comparingLong(entry -> entry.getValue().from()))
            .toList()) {
      if (one.getValue().from() < end && one.getValue().length() > 0) {
        throw file.fault("tensor '" + one.getKey() + "': overlaps another one");
      }
      end = Math.max(end, one.getValue().from() + one.getValue().length());
    }
  }

  private static JsonNode json(Bytes file, ByteBuffer text) {
    JsonNode header;
    try {
      header = Trees.json(UTF_8.newDecoder().decode(text).toString());
    } catch (CharacterCodingException | BadInput e) {
      throw file.fault("its header is no JSON in UTF-8");
    }
    if (!header.isObject()) {
      throw file.fault("its header is no JSON object");
    }
    return header;
  }
}
