package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the values of an axis.
 *
 * @param label short, and no other level of the axis has it
 * @param changes what it sets in the trial: one field, or several that go together
 */
record Level(String label, List<Change> changes) {
  Level {
    changes = List.copyOf(changes);
  }

  /** Whether it sets the same fields to the same values, as written. */
  boolean same(Level other) {
    return values().equals(other.values());
  }

  private Map<String, JsonNode> values() {
    return changes.stream().collect(Collectors.toMap(Change::path, Change::value));
  }
}
