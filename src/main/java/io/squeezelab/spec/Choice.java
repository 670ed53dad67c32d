package io.squeezelab.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ways to write a member of a family, as JSON Schema. */
final class Choice {
  private Choice() {}

  /**
   * A name alone, an object of one variant, or a preset with changes.
   *
   * @param name under which the definitions of its variants stand, as {@code name.variant}
   */
  static ObjectNode of(Family family, String name) {
    ObjectNode whole = Trees.object();
    ArrayNode any = whole.putArray("anyOf");
    any.add(among(family.names().stream().filter(one -> standsAlone(family, one)).toList()));
    for (String variant : family.variants().keySet()) {
      any.addObject().put("$ref", "#/$defs/" + name + "." + variant);
    }
    ObjectNode changed = any.addObject().put("type", "object");
    changed.putObject("properties").set("preset", among(family.names()));
    changed.putArray("required").add("preset");
    return whole;
  }

  /** One of these texts. */
  static ObjectNode among(List<String> texts) {
    ObjectNode one = Trees.object();
    ArrayNode all = one.putArray("enum");
    texts.forEach(all::add);
    return one;
  }

  static boolean standsAlone(Family family, String name) {
    Class<?> variant = family.variant(name);
    return variant == null
        || Layout.of(variant).parts().stream().allMatch(part -> part.otherwise() != null);
  }

  /**
   * The schema of a variant's record, with its name and those of its presets as {@code type}; a
   * preset gives what must otherwise be written.
   */
  static ObjectNode variant(Family family, String name, ObjectNode record) {
    List<String> types = new ArrayList<>(List.of(name));
    List<String> presets = presets(family, name);
    types.addAll(presets);
    ObjectNode fields = Trees.object();
    fields.set("type", among(types));
    fields.setAll((ObjectNode) record.get("properties"));
    record.set("properties", fields);
    if (!presets.isEmpty()) {
      record.remove("required");
    }
    if (!name.equals(family.untyped())) {
      record.withArray("required").add("type");
    }
    return record;
  }

  /** The presets that are this variant. */
  private static List<String> presets(Family family, String variant) {
    return family.presets().entrySet().stream()
        .filter(one -> variant.equals(one.getValue().at("/for/type").asText(family.untyped())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
