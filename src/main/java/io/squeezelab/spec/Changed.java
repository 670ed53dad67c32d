package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A member of a family by its name, with some of its fields changed, in resolved form. */
final class Changed {
  private Changed() {}

  /** {@code {type: se, gate: tanh}}: a preset with fields of its variant replaced. */
  static JsonNode outside(Family family, ObjectNode tree, String name, String path) {
    ObjectNode changed = family.presets().get(name).get("for").deepCopy();
    tree.properties().stream()
        .filter(field -> !field.getKey().equals("type"))
        .forEach(field -> changed.set(field.getKey(), field.getValue()));
    return Expand.variant(family, changed, path);
  }

  /**
   * {@code {preset: se, reduction: 8}}: a preset or variant with fields replaced, wherever in it
   * they stand. Those of the variant itself come first, so that one further in may be of a value
   * that another brings.
   */
  static JsonNode anywhere(Family family, ObjectNode tree, String path) {
    String where = Problem.join(path, "preset");
    String name = tree.get("preset").asText();
    if (tree.has("type")) {
      throw new Problem(where, "stands beside 'type'; only one of them names the " + family.name());
    }
    if (!family.names().contains(name)) {
      throw Expand.unknown(family, name, where);
    }
    ObjectNode member = member(family, name);
    ObjectNode further = tree.deepCopy();
    further.remove("preset");
    String type = member.path("type").asText(family.untyped());
    for (String field : Expand.fields(family.variant(type))) {
      if (further.has(field)) {
        member.set(field, further.remove(field));
      }
    }
    JsonNode expanded = Expand.variant(family, member, path);
    for (Map.Entry<String, JsonNode> change : further.properties()) {
      Fields fields = new Fields(expanded);
      fields.set(meant(fields, change.getKey(), name, path), change.getValue());
      expanded = Expand.variant(family, expanded, path);
    }
    return expanded;
  }

  private static ObjectNode member(Family family, String name) {
    JsonNode preset = family.presets().get(name);
    return preset == null ? Expand.typed(Trees.yaml(name)) : preset.get("for").deepCopy();
  }

  private static String meant(Fields fields, String name, String of, String path) {
    List<String> meant = fields.meant(name);
    if (meant.size() == 1) {
      return meant.get(0);
    }
    String unknown = "unknown field '" + name + "' of " + of;
    throw new Problem(
        Problem.join(path, name),
        meant.isEmpty()
            ? unknown + Names.instead(name, fields.names())
            : Names.several(name, meant));
  }
}
