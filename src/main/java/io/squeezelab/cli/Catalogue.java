package io.squeezelab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.attention.SqueezeExcite;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Families;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What can be named in an experiment file, walked off the families themselves. */
final class Catalogue {
  private static final Dims MAP = new Dims(64, 32, 32);
  private static final List<String> PARTS = List.of("squeeze", "excite", "gate", "apply");

  private Catalogue() {}

  /**
   * @param form fields with their defaults, or what a preset stands for
   * @param cost of an attention module, or of a module with this part in place of SE's, on a map of
   *     64x32x32; empty where that says nothing
   */
  record Entry(
      String family,
      String name,
      boolean preset,
      String form,
      String cost,
      String from,
      String link) {
    ObjectNode tree() {
      return (ObjectNode) Print.tree(this);
    }
  }

  static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Class<?> type : Families.ALL) {
      Family family = Family.of(type);
      family.variants().forEach((name, variant) -> entries.add(variant(family, name, variant)));
      family.presets().forEach((name, preset) -> entries.add(preset(family, name, preset)));
    }
    return entries;
  }

  private static Entry variant(Family family, String name, Class<?> variant) {
    String fields =
        Arrays.stream(variant.getRecordComponents())
            .map(
                component -> {
                  Default otherwise = component.getAnnotation(Default.class);
                  String value = otherwise == null ? "(required)" : otherwise.value();
                  return Names.kebab(component.getName()) + ": " + value;
                })
            .collect(Collectors.joining(", "));
    From from = variant.getAnnotation(From.class);
    return new Entry(
        family.name(),
        name,
        false,
        fields.isEmpty() ? "" : "{" + fields + "}",
        cost(family.name(), name),
        from == null ? "" : from.value(),
        from == null ? "" : from.link());
  }

  private static Entry preset(Family family, String name, JsonNode preset) {
    String notes = preset.path("notes").asText("");
    return new Entry(
        family.name(),
        name,
        true,
        Trees.print(preset.get("for")).replace("\"", ""),
        cost(family.name(), name),
        preset.path("from").asText("") + (notes.isEmpty() ? "" : ". " + notes),
        preset.path("link").asText(""));
  }

  private static String cost(String family, String name) {
    try {
      if (family.equals("attention")) {
        return print(Bind.inline(Attention.class, name).cost(MAP));
      }
      if (PARTS.contains(family)) {
        String module = "{" + family + ": " + name + "}";
        return print(Bind.inline(SqueezeExcite.class, module).cost(MAP));
      }
      return "";
    } catch (BadInput | Problem needsFields) {
      return "";
    }
  }

  private static String print(Cost cost) {
    return "%s -> %s; %s parameters, %s MACs, %s reads"
        .formatted(
            MAP,
            MAP,
            Table.count(cost.params()),
            Table.count(cost.macs()),
            Table.count(cost.reads()));
  }
}
