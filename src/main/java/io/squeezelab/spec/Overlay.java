package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** One tree laid on another, each with its places. */
final class Overlay {
  private static final List<String> CHOOSING = List.of("type", "preset");

  private Overlay() {}

  /**
   * @param both gets the places of what is in the result; stands where the upper one does
   */
  static JsonNode of(JsonNode upper, Mark above, JsonNode lower, Mark below, Mark both) {
    if (!upper.isObject() || !lower.isObject() || another(upper, lower)) {
      copy(upper, above, both);
      return upper.deepCopy();
    }
    ObjectNode merged = lower.deepCopy();
    copy(lower, below, both);
    for (Map.Entry<String, JsonNode> field : upper.properties()) {
      String key = field.getKey();
      Mark said = above.get(key);
      if (field.getValue().isNull() && lower.has(key)) {
        merged.remove(key);
        both.remove(key);
        continue;
      }
      Mark mark = new Mark(said.file(), said.line());
      JsonNode under = lower.path(key);
      merged.set(key, of(field.getValue(), said, under, below.get(key), mark));
      both.put(key, mark);
    }
    return merged;
  }

  /** Whether fields of one variant would be laid on those of another. */
  private static boolean another(JsonNode upper, JsonNode lower) {
    return CHOOSING.stream().anyMatch(upper::has)
        && CHOOSING.stream().anyMatch(word -> !upper.path(word).equals(lower.path(word)));
  }

  private static void copy(JsonNode tree, Mark from, Mark to) {
    tree.fieldNames().forEachRemaining(key -> to.put(key, from.get(key)));
    for (int i = 0; tree.isArray() && i < tree.size(); i++) {
      to.put("[" + i + "]", from.get("[" + i + "]"));
    }
  }
}
