package io.squeezelab.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;

/** Values without parts, as JSON Schema. */
final class Leaf {
  private Leaf() {}

  static ObjectNode scalar(Class<?> type) {
    if (type.isEnum()) {
      return Choice.among(
          Arrays.stream(type.getEnumConstants()).map(one -> Names.kebab(one.toString())).toList());
    }
    return kind(
        Map.of(boolean.class, "boolean", double.class, "number", String.class, "string")
            .getOrDefault(type, "integer"));
  }

  static ObjectNode kind(String type) {
    return Trees.object().put("type", type);
  }

  static ObjectNode text(Text how) {
    ObjectNode text = Trees.object().put("description", how.value());
    ArrayNode kinds = text.putArray("type").add("string");
    if (how.form().isEmpty() || "1".matches(how.form())) {
      kinds.add("number");
    }
    if (how.form().isEmpty()) {
      kinds.add("array");
      return text;
    }
    return text.put("pattern", "^(" + how.form() + ")$");
  }
}
