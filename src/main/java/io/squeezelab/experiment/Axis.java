package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.search.Factor;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What varies from arm to arm: a field of the trial and the values that it takes in turn, or fields
 * that change together.
 *
 * @param name path of the field, {@code attention.squeeze}, or name of the group of fields
 */
record Axis(String name, List<Level> levels) {
  Axis {
    levels = List.copyOf(levels);
  }

  /** A field and the list of its values. */
  static Axis of(String path, JsonNode values) {
    String where = Problem.join("axes", path);
    Route.check(path, where);
    if (!values.isArray()) {
      throw new Problem(where, "must be a list of values, is " + Trees.print(values));
    }
    if (values.isEmpty()) {
      throw new Problem(where, "is an empty axis: the experiment would have no arms");
    }
    refuseTwice(values, where);
    List<String> brief = new ArrayList<>();
    values.forEach(value -> brief.add(Label.of(path, value)));
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      boolean alone = Collections.frequency(brief, brief.get(i)) == 1;
      String label = alone ? brief.get(i) : Trees.print(values.get(i)); // in full if it has to be
      Change change = new Change(path, values.get(i), where + "[" + i + "]");
      levels.add(new Level(label, List.of(change)));
    }
    return new Axis(path, levels);
  }

  private static void refuseTwice(JsonNode values, String where) {
    Map<JsonNode, Integer> seen = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      if (seen.putIfAbsent(values.get(i), i) != null) {
        String twice = " stands twice on this axis: the arms would be duplicates";
        throw new Problem(where + "[" + i + "]", Trees.print(values.get(i)) + twice);
      }
    }
  }

  /** Whether it changes fields that go together, and not one field alone. */
  boolean paired() {
    List<Change> first = levels.get(0).changes();
    return first.size() != 1 || !first.get(0).path().equals(name);
  }

  /** All that its levels change. */
  List<Change> changes() {
    return levels.stream().flatMap(level -> level.changes().stream()).toList();
  }

  List<String> labels() {
    return levels.stream().map(Level::label).toList();
  }

  Factor factor() {
    return new Factor(name, labels());
  }

  /** Where the file has it. */
  String origin() {
    return Problem.join("axes", name);
  }
}
