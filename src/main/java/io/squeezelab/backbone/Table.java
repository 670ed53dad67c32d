package io.squeezelab.backbone;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a network of modules is made of, as {@link Modules} tells.
 *
 * @param tree a YAML file beside this class, its placeholders replaced
 */
record Table(JsonNode tree) {
  private static final Pattern RANGE = Pattern.compile("(.*?)(\\d+)-(\\d+)");

  /**
   * @param values for the placeholders of the file, by name: {@code wide} for {@code $wide}
   */
  static Table of(String network, Map<String, ?> values) {
    JsonNode tree = Trees.resource(Table.class, network + ".modules.yaml");
    String text = Trees.print(tree);
    for (Map.Entry<String, ?> value : values.entrySet()) {
      text = text.replace("$" + value.getKey(), value.getValue().toString());
    }
    return new Table(Trees.json(text));
  }

  Map<String, JsonNode> section(String name) {
    return entries(tree.get(name));
  }

  List<Map<String, JsonNode>> stages() {
    List<Map<String, JsonNode>> stages = new ArrayList<>();
    tree.get("stages").forEach(stage -> stages.add(entries(stage)));
    return stages;
  }

  /**
   * Whether attention sees this entry of a stage as a unit: the modules on residual branches where
   * the network has such, all modules where not.
   */
  boolean isUnit(JsonNode entry) {
    return hasResiduals() ? entry.isObject() : entry.isArray();
  }

  private boolean hasResiduals() {
    return stages().stream().anyMatch(s -> s.values().stream().anyMatch(JsonNode::isObject));
  }

  /** Names and what they name, in order, with ranges written out. */
  static Map<String, JsonNode> entries(JsonNode tree) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      Matcher range = RANGE.matcher(entry.getKey());
      if (range.matches()) {
        int last = Integer.parseInt(range.group(3));
        for (int i = Integer.parseInt(range.group(2)); i <= last; i++) {
          entries.put(range.group(1) + i, entry.getValue());
        }
      } else {
        entries.put(entry.getKey(), entry.getValue());
      }
    }
    return entries;
  }
}
