package io.squeezelab.analysis;

import io.squeezelab.cost.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Arms of a grid, each as its levels, its cost and its accuracy.
 *
 * @param factors paths of the axes, in the order of the file
 * @param lines in the order of the file; arms off the grid, and those without a completed trial,
 *     have none
 */
public record Coordinates(List<String> factors, List<Line> lines) {

  /**
   * @param levels in the order of the factors; null where the arm has no such factor
   * @param cost null where no trial has said
   */
  public record Line(
      String label, boolean baseline, List<String> levels, Cost cost, Estimate top1) {}

  public Coordinates {
    factors = List.copyOf(factors);
    lines = List.copyOf(lines);
  }

  public static Coordinates of(Study study, Summary summary) {
    Map<String, Map<String, String>> design = study.design().factors();
    List<String> factors =
        study.arms().stream()
            .flatMap(arm -> design.getOrDefault(arm, Map.of()).keySet().stream())
            .distinct()
            .toList();
    List<Line> lines = new ArrayList<>();
    for (Arm arm : summary.arms()) {
      Map<String, String> levels = design.getOrDefault(arm.label(), Map.of());
      if (!levels.isEmpty() && arm.top1().known()) {
        List<String> inOrder = new ArrayList<>();
        factors.forEach(f -> inOrder.add(levels.get(f)));
        lines.add(new Line(arm.label(), arm.baseline(), inOrder, arm.cost(), arm.top1()));
      }
    }
    return new Coordinates(factors, lines);
  }
}
