package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fields that change together: an axis under a name of its own, and for each of its labels the
 * changes that it means.
 */
final class Paired {
  private static final String SUCH =
      "must map labels to changes, such as {short: {train.epochs: 10}, long: {train.epochs: 90}}";

  private Paired() {}

  static Axis of(String name, JsonNode levels) {
    String where = Problem.join("axes", name);
    if (levels.isEmpty()) {
      throw new Problem(where, "is an empty axis: the experiment would have no arms");
    }
    if (!name.matches("[\\w-]+")) {
      String dots = "must be a list of values, is " + Trees.print(levels);
      String instead = "; fields that change together have a name without dots";
      throw new Problem(where, dots + instead);
    }
    if (Parts.known(name)) {
      throw new Problem(where, "must be a list of values: it is a field of the trial");
    }
    List<Level> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> level : levels.properties()) {
      all.add(level(level.getKey(), level.getValue(), where));
    }
    refuseTwice(all, where);
    return new Axis(name, all);
  }

  private static Level level(String label, JsonNode given, String where) {
    String there = Problem.join(where, label);
    if (!label.matches("[^,=\\p{Cntrl}]+")) {
      throw new Problem(there, "is no label: it must have no comma and no equals sign");
    }
    if (!given.isObject()) {
      throw new Problem(there, SUCH + "; is " + Trees.print(given));
    }
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : given.properties()) {
      String origin = Problem.join(there, one.getKey());
      Route.check(one.getKey(), origin);
      changes.add(new Change(one.getKey(), one.getValue(), origin));
    }
    return new Level(label, changes);
  }

  private static void refuseTwice(List<Level> levels, String where) {
    for (int i = 0; i < levels.size(); i++) {
      for (Level before : levels.subList(0, i)) {
        if (before.same(levels.get(i))) {
          String there = Problem.join(where, levels.get(i).label());
          throw new Problem(there, "changes the same as '" + before.label() + "'; name it once");
        }
      }
    }
  }
}
