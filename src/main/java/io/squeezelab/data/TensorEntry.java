package io.squeezelab.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a safetensors header says about one tensor, none of it taken on trust. */
record TensorEntry(Bytes file, String name, JsonNode said) {

  /**
   * @param start where the numbers of all tensors begin
   */
  TensorHeader.Place place(long start) {
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
    if (length > Integer.MAX_VALUE - TensorHeader.PREFIX) {
      throw fault("is larger than 2 GiB, the most that is read");
    }
    return new TensorHeader.Place(type, shape, start + at.get(0), length);
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
            && StreamSupport.stream(list.spliterator(), false).allMatch(TensorEntry::isCount);
    if (!whole) {
      throw fault("its " + field + " is no list of whole numbers");
    }
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asLong).toList();
  }

  private static boolean isCount(JsonNode number) {
    return number.canConvertToExactIntegral() && number.canConvertToLong() && number.asLong() >= 0;
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
