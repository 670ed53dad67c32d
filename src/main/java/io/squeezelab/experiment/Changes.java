package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fields of the trial that are set at once: an arm beside the grid, or the baseline.
 *
 * @param values by path: {@code attention.squeeze}
 * @param where the file has them
 */
record Changes(JsonNode values, String where) {
  Changes {
    if (!values.isObject()) {
      throw new Problem(
          where,
          "must map fields' paths to values, such as {attention: none}; is " + Trees.print(values));
    }
    values.fieldNames().forEachRemaining(path -> Route.check(path, origin(where, path)));
  }

  private static String origin(String where, String path) {
    return Problem.join(where, path);
  }

  Draft on(Draft base) {
    Draft draft = base;
    for (Map.Entry<String, JsonNode> change : values.properties()) {
      draft = draft.with(change.getKey(), change.getValue(), origin(where, change.getKey()));
    }
    return draft;
  }

  /** What is set, as shown to people, by path. */
  Map<String, String> factors() {
    Map<String, String> factors = new LinkedHashMap<>();
    values.properties().forEach(c -> factors.put(c.getKey(), Label.of(c.getKey(), c.getValue())));
    return factors;
  }

  /** The same in one line; {@code otherwise} where nothing is set. */
  String label(String otherwise) {
    return values.isEmpty() ? otherwise : String.join(", ", factors().values());
  }
}
