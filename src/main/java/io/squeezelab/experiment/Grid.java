package io.squeezelab.experiment;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Recipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every combination of the axes' values, the first axis outermost; then the arms beside it. */
final class Grid {
  private Grid() {}

  /**
   * A combination under construction.
   *
   * @param label its own, or null for one made of its factors
   */
  private record Cell(Draft draft, Map<String, String> factors, String origin, String label) {}

  /**
   * @param named arms that are no combination of the axes; without axes, there are no others
   */
  static List<Arm> arms(
      Draft base, List<Axis> axes, Map<String, Changes> named, Matching matching) {
    boolean alone = axes.isEmpty() && !named.isEmpty();
    List<Cell> cells = new ArrayList<>(alone ? List.of() : combinations(base, axes));
    named.forEach(
        (label, one) -> cells.add(new Cell(one.on(base), one.factors(), one.where(), label)));
    return labelled(cells, matching);
  }

  private static List<Cell> combinations(Draft base, List<Axis> axes) {
    List<Cell> cells = List.of(new Cell(base, Map.of(), "trial", null));
    for (Axis axis : axes) {
      List<Cell> further = new ArrayList<>();
      for (Cell cell : cells) {
        for (int i = 0; i < axis.values().size(); i++) {
          further.add(step(cell, axis, i));
        }
      }
      cells = further;
    }
    return cells;
  }

  private static Cell step(Cell cell, Axis axis, int i) {
    Draft draft = cell.draft().with(axis.path(), axis.values().get(i), axis.origin(i));
    Map<String, String> factors = new LinkedHashMap<>(cell.factors());
    factors.put(axis.path(), axis.labels().get(i));
    return new Cell(draft, factors, axis.origin(i), null);
  }

  private static List<Arm> labelled(List<Cell> cells, Matching matching) {
    Map<Recipe, String> seen = new HashMap<>();
    Map<String, Recipe> labels = new HashMap<>();
    List<Arm> arms = new ArrayList<>();
    for (Cell cell : cells) {
      String label = label(cell);
      Matching.Solved solved = matching.solve(cell.draft(), label);
      Recipe recipe = solved.recipe();
      String twin = seen.putIfAbsent(recipe, label);
      if (twin != null) {
        throw new Problem(
            cell.origin(),
            "duplicate arms: '" + label + "' is the same trial as '" + twin + "'; name it once");
      }
      if (labels.putIfAbsent(label, recipe) != null) {
        Check.that(cell.label() == null, cell.origin(), "an arm of the axes has this label too");
        label = full(cell.factors());
      }
      arms.add(new Arm(label, cell.factors(), recipe, solved.matched()));
    }
    return arms;
  }

  private static String label(Cell cell) {
    if (cell.label() != null) {
      return cell.label();
    }
    return cell.factors().isEmpty() ? "trial" : String.join(", ", cell.factors().values());
  }

  private static String full(Map<String, String> factors) {
    List<String> parts = new ArrayList<>();
    factors.forEach((path, value) -> parts.add(path + "=" + value));
    return String.join(", ", parts);
  }
}
