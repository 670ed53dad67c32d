package io.squeezelab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Families;
import io.squeezelab.trial.Specimen;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be named in an experiment file: a variant or a preset, walked off the families.
 *
 * @param fields of a variant
 * @param stands what a preset stands for; null for a variant
 * @param from paper, with equation or table
 * @param notes how a preset departs from paper or released code
 * @param example it at work; null where that says nothing
 */
record Entry(
    String family,
    String name,
    List<Field> fields,
    JsonNode stands,
    String from,
    String link,
    String notes,
    Example example) {

  static List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    for (Class<?> type : Families.ALL) {
      Family family = Family.of(type);
      family.variants().forEach((name, variant) -> entries.add(variant(family, name, variant)));
      family.presets().forEach((name, preset) -> entries.add(preset(family, name, preset)));
    }
    return entries;
  }

  private static Entry variant(Family family, String name, Class<?> variant) {
    From from = variant.getAnnotation(From.class);
    return new Entry(
        family.name(),
        name,
        Field.of(variant),
        null,
        from == null ? "" : from.value(),
        from == null ? "" : from.link(),
        "",
        Example.of(family.name(), name).orElse(null));
  }

  private static Entry preset(Family family, String name, JsonNode preset) {
    return new Entry(
        family.name(),
        name,
        List.of(),
        preset.get("for"),
        preset.path("from").asText(),
        preset.path("link").asText(),
        preset.path("notes").asText(),
        Example.of(family.name(), name).orElse(null));
  }

  boolean preset() {
    return stands != null;
  }

  /** What a preset stands for, on one line of YAML. */
  String form() {
    return Trees.print(stands).replace("\"", "").replace(":", ": ").replace(",", ", ");
  }

  ObjectNode tree() {
    ObjectNode tree = Trees.object();
    tree.put("family", family);
    tree.put("name", name);
    tree.put("preset", preset());
    if (preset()) {
      tree.set("for", stands);
    } else {
      tree.putArray("fields").addAll(fields.stream().map(Field::tree).toList());
    }
    tree.put("from", from);
    tree.put("link", link);
    tree.put("notes", notes);
    if (example != null) {
      tree.set("example", tree(example));
    }
    return tree;
  }

  private static ObjectNode tree(Example example) {
    Specimen specimen = example.specimen();
    ObjectNode tree = Trees.object();
    tree.put("module", example.module());
    tree.put("inputs", specimen.inputs().size());
    tree.set("input", sides(specimen.map()));
    if (example.descriptor() != null) {
      tree.set("descriptor", sides(example.descriptor()));
    }
    tree.set("output", sides(specimen.output()));
    tree.set("parameters", Print.tree(specimen.declared()));
    tree.set("cost", Print.tree(specimen.cost()));
    return tree;
  }

  /** (C, H, W). */
  static ArrayNode sides(Dims map) {
    return (ArrayNode) Print.tree(List.of(map.channels(), map.height(), map.width()));
  }
}
