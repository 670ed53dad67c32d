package io.squeezelab.experiment;

import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Recipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every combination of the axes' values, the first axis outermost. */
final class Grid {
  private Grid() {}

  /** A combination under construction. */
  private record Cell(Draft draft, Map<String, String> factors, String origin) {}

  static List<Arm> arms(Draft base, List<Axis> axes) {
    List<Cell> cells = List.of(new Cell(base, Map.of(), "trial"));
    for (Axis axis : axes) {
      List<Cell> further = new ArrayList<>();
      for (Cell cell : cells) {
        for (int i = 0; i < axis.values().size(); i++) {
          further.add(step(cell, axis, i));
        }
      }
      cells = further;
    }
    return labelled(cells);
  }

  private static Cell step(Cell cell, Axis axis, int i) {
    Draft draft = cell.draft().with(axis.path(), axis.values().get(i), axis.origin(i));
    Map<String, String> factors = new LinkedHashMap<>(cell.factors());
    factors.put(axis.path(), axis.labels().get(i));
    return new Cell(draft, factors, axis.origin(i));
  }

  private static List<Arm> labelled(List<Cell> cells) {
    Map<Recipe, String> seen = new HashMap<>();
    Map<String, Recipe> labels = new HashMap<>();
    List<Arm> arms = new ArrayList<>();
    for (Cell cell : cells) {
      Recipe recipe = cell.draft().recipe();
      String label =
          cell.factors().isEmpty() ? "trial" : String.join(", ", cell.factors().values());
      String twin = seen.putIfAbsent(recipe, label);
      if (twin != null) {
        throw new Problem(
            cell.origin(),
            "duplicate arms: '" + label + "' is the same trial as '" + twin + "'; name it once");
      }
      if (labels.putIfAbsent(label, recipe) != null) {
        label = full(cell.factors());
      }
      arms.add(new Arm(label, cell.factors(), recipe));
    }
    return arms;
  }

  private static String full(Map<String, String> factors) {
    List<String> parts = new ArrayList<>();
    factors.forEach((path, value) -> parts.add(path + "=" + value));
    return String.join(", ", parts);
  }
}
