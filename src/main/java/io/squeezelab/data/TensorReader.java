package io.squeezelab.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Trees;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The tensors of a safetensors file, of which nothing is taken on trust.
 *
 * @param numbers what follows the header
 */
record TensorReader(Blob file, ByteBuffer numbers) {
  private static final String METADATA = "__metadata__";

  static Map<String, Tensor> read(Blob file) {
    if (file.bytes().length < 8) {
      throw file.fault(file.bytes().length + " bytes are too few for a safetensors file");
    }
    ByteBuffer all = ByteBuffer.wrap(file.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    long length = all.getLong();
    if (length < 0 || length > all.remaining()) {
      String announced = Long.toUnsignedString(length) + " bytes";
      String held = all.remaining() + " follow; it is truncated, or no safetensors file";
      throw file.fault("announces a header of " + announced + ", but " + held);
    }
    JsonNode header = header(file, all.slice(8, (int) length));
    int start = 8 + (int) length;
    ByteBuffer rest = all.slice(start, file.bytes().length - start);
    return new TensorReader(file, rest).tensors(header);
  }

  private static JsonNode header(Blob file, ByteBuffer text) {
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

  private Map<String, Tensor> tensors(JsonNode header) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    header.properties().stream()
        .filter(entry -> !entry.getKey().equals(METADATA))
        .forEach(entry -> tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue())));
    return tensors;
  }

  private Tensor tensor(String name, JsonNode entry) {
    Element type = type(name, entry.path("dtype").asText());
    long[] shape = longs(name, "shape", entry);
    long[] places = longs(name, "data_offsets", entry);
    if (places.length != 2 || places[0] > places[1] || places[1] > numbers.limit()) {
      String held = " bytes of numbers in this file";
      throw fault(name, "lies at " + Arrays.toString(places) + " of " + numbers.limit() + held);
    }
    if (!fits(shape, type.width, places[1] - places[0])) {
      String given = (places[1] - places[0]) + " bytes do not hold " + type + " numbers";
      throw fault(name, given + " of shape " + Arrays.toString(shape));
    }
    ByteBuffer its = numbers.slice((int) places[0], (int) (places[1] - places[0]));
    return new Tensor(type.floats(its.order(ByteOrder.LITTLE_ENDIAN)), shape);
  }

  private Element type(String name, String type) {
    List<String> known = Arrays.stream(Element.values()).map(Enum::name).toList();
    if (!known.contains(type)) {
      throw fault(name, Names.unknown("type", type, known));
    }
    return Element.valueOf(type);
  }

  private long[] longs(String name, String field, JsonNode entry) {
    JsonNode list = entry.path(field);
    boolean whole =
        list.isArray()
            && StreamSupport.stream(list.spliterator(), false)
                .allMatch(
                    n -> n.canConvertToExactIntegral() && n.canConvertToLong() && n.asLong() >= 0);
    if (!whole) {
      throw fault(name, "its " + field + " is no list of whole numbers");
    }
    long[] numbers = new long[list.size()];
    Arrays.setAll(numbers, i -> list.get(i).asLong());
    return numbers;
  }

  private static boolean fits(long[] shape, int width, long bytes) {
    try {
      return Arrays.stream(shape).reduce(width, Math::multiplyExact) == bytes;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private BadInput fault(String tensor, String what) {
    return file.fault("tensor '" + tensor + "': " + what);
  }
}
