package io.squeezelab.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Trees;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The header of a safetensors file, of which nothing is taken on trust.
 *
 * @param metadata an object of texts; missing where there is none
 */
record TensorHeader(JsonNode metadata, Map<String, Place> tensors) {
  static final String METADATA = "__metadata__";
  private static final int PREFIX = 8;

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
    if (length < 0 || length > rest || length > Integer.MAX_VALUE - PREFIX) {
      String announced = Long.toUnsignedString(length) + " bytes";
      String held = rest + " follow; it is truncated, or no safetensors file";
      throw file.fault("announces a header of " + announced + ", but " + held);
    }
    JsonNode header = json(file, file.part(PREFIX, (int) length));
    Map<String, Place> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals(METADATA)) {
        Entry one = new Entry(file, entry.getKey(), entry.getValue());
        tensors.put(entry.getKey(), one.place(PREFIX + length));
      }
    }
    return new TensorHeader(header.path(METADATA), tensors);
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

  /** What a header says about one tensor. */
  private record Entry(Bytes file, String name, JsonNode said) {

    /**
     * @param start where the numbers of all tensors begin
     */
    Place place(long start) {
      Element type = type(said.path("dtype").asText());
      List<Long> shape = wholes("shape");
      List<Long> at = wholes("data_offsets");
      long held = file.size() - start;
      if (at.size() != 2 || at.get(0) > at.get(1) || at.get(1) > held) {
        throw fault("lies at " + at + " of " + held + " bytes of numbers in this file");
      }
      long length = at.get(1) - at.get(0);
      if (!fits(shape, type.width, length)) {
        throw fault(length + " bytes do not hold " + type + " numbers of shape " + shape);
      }
      if (length > Integer.MAX_VALUE - PREFIX) {
        throw fault("is larger than 2 GiB, the most that is read");
      }
      return new Place(type, shape, start + at.get(0), length);
    }

    private Element type(String type) {
      List<String> known = Arrays.stream(Element.values()).map(Enum::name).toList();
      if (!known.contains(type)) {
        throw fault(Names.unknown("type", type, known));
      }
      return Element.valueOf(type);
    }

    private List<Long> wholes(String field) {
      JsonNode list = said.path(field);
      boolean whole =
          list.isArray()
              && StreamSupport.stream(list.spliterator(), false).allMatch(Entry::isCount);
      if (!whole) {
        throw fault("its " + field + " is no list of whole numbers");
      }
      return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asLong).toList();
    }

    private static boolean isCount(JsonNode number) {
      return number.canConvertToExactIntegral()
          && number.canConvertToLong()
          && number.asLong() >= 0;
    }

    private static boolean fits(List<Long> shape, int width, long bytes) {
      try {
        return shape.stream().reduce((long) width, Math::multiplyExact) == bytes;
      } catch (ArithmeticException e) {
        return false;
      }
    }

    private BadInput fault(String what) {
      return file.fault("tensor '" + name + "': " + what);
    }
  }
}
