package io.squeezelab.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Trees;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of a trial by their paths: {@code attention.excite.reduction} to a value. */
final class Settings {
  private static final String SEED = "seed";

  private Settings() {}

  /** All but the seed, which makes replicates and no other setting. */
  static Map<String, JsonNode> of(Result result) {
    Map<String, JsonNode> flat = new LinkedHashMap<>();
    add(flat, "", result.trial());
    flat.remove(SEED);
    return flat;
  }

  private static void add(Map<String, JsonNode> flat, String path, JsonNode tree) {
    if (tree.isObject()) {
      tree.properties().forEach(f -> add(flat, join(path, f.getKey()), f.getValue()));
    } else if (tree.isArray() && !tree.isEmpty() && tree.get(0).isContainerNode()) {
      for (int i = 0; i < tree.size(); i++) {
        add(flat, join(path, Integer.toString(i)), tree.get(i));
      }
    } else {
      flat.put(path, tree);
    }
  }

  private static String join(String path, String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /** As text: {@code avg}, {@code 16}, {@code [1,2]}. */
  static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : Trees.print(value);
  }
}
