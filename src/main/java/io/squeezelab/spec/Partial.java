package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Schemas of what is laid on something else: nothing has to be there, anything may be null. */
public final class Partial {
  private static final String PREFIX = "partial.";

  private Partial() {}

  /** The definitions, and a partial one for each. */
  public static ObjectNode with(ObjectNode definitions) {
    ObjectNode both = definitions.deepCopy();
    for (Map.Entry<String, JsonNode> one : definitions.properties()) {
      ObjectNode partial = one.getValue().deepCopy();
      loosen(partial);
      both.set(PREFIX + one.getKey(), partial);
    }
    return both;
  }

  private static void loosen(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      JsonNode reference = object.path("$ref");
      if (reference.isTextual()) {
        object.put("$ref", reference.textValue().replace("#/$defs/", "#/$defs/" + PREFIX));
      }
      if (!object.path("required").path(0).asText("").equals("preset")) {
        object.remove("required");
      }
    }
    tree.forEach(Partial::loosen);
    for (String holder : List.of("properties", "patternProperties")) {
      if (tree.path(holder).isObject()) {
        ObjectNode fields = (ObjectNode) tree.get(holder);
        fields.fieldNames().forEachRemaining(field -> fields.set(field, orNull(fields.get(field))));
      }
    }
    if (tree.path("additionalProperties").isObject()) {
      ((ObjectNode) tree).set("additionalProperties", orNull(tree.get("additionalProperties")));
    }
  }

  private static ObjectNode orNull(JsonNode schema) {
    ObjectNode either = Trees.object();
    either.putArray("anyOf").add(schema).addObject().put("type", "null");
    return either;
  }
}
