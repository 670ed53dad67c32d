package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a resolved tree under names shorter than their paths: {@code reduction} for {@code
 * excite.reduction}, where no other field is called so.
 */
public final class Fields {
  /** The object that has the field, by the field's path; outer fields before inner ones. */
  private final Map<String, ObjectNode> holders = new LinkedHashMap<>();

  public Fields(JsonNode tree) {
    collect(tree, "");
  }

  private void collect(JsonNode tree, String path) {
    if (tree instanceof ObjectNode object) {
      for (String field : (Iterable<String>) object::fieldNames) {
        holders.put(Problem.join(path, field), object);
      }
      object.properties().forEach(f -> collect(f.getValue(), Problem.join(path, f.getKey())));
    }
    for (int i = 0; tree.isArray() && i < tree.size(); i++) {
      collect(tree.get(i), path + "[" + i + "]");
    }
  }

  /**
   * The paths that a name may stand for: itself where the tree has it, otherwise all that end in
   * it. It means a field where this is one.
   */
  public List<String> meant(String name) {
    return holders.containsKey(name)
        ? List.of(name)
        : holders.keySet().stream().filter(path -> path.endsWith("." + name)).toList();
  }

  /** What may be written: of each field the shortest name that means it alone. */
  public List<String> names() {
    return holders.keySet().stream()
        .filter(path -> !last(path).equals("type")) // another type has other fields
        .map(this::shortest)
        .toList();
  }

  /** Of every field the whole path. */
  public List<String> paths() {
    return List.copyOf(holders.keySet());
  }

  private String shortest(String path) {
    String[] fields = path.split("\\.");
    String name = "";
    for (int i = fields.length - 1; i >= 0; i--) {
      name = Problem.join(fields[i], name);
      if (meant(name).equals(List.of(path))) {
        return name;
      }
    }
    return path;
  }

  /** The value at a path that {@link #meant} has given. */
  public JsonNode get(String path) {
    return holders.get(path).get(last(path));
  }

  /** Replaces the value at a path that {@link #meant} has given, in the tree itself. */
  public void set(String path, JsonNode value) {
    holders.get(path).set(last(path), value);
  }

  /** The field's own name. */
  public static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
