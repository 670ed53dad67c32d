package io.squeezelab.experiment;

import io.squeezelab.search.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels of combinations, by their levels alone, so that a label is the same whichever combination
 * is asked for first: the levels' labels in the order of the axes, {@code avg, reduction=4}. A
 * combination in which an axis is absent says of every label that another axis has too which axis
 * it belongs to.
 */
final class Naming {
  private final List<Axis> axes;
  private final Set<String> several = new HashSet<>();
  private final Map<String, Point> taken = new HashMap<>();
  private final Set<String> others = new HashSet<>();

  Naming(List<Axis> axes) {
    this.axes = axes;
    Set<String> seen = new HashSet<>();
    for (Axis axis : axes) {
      axis.labels().stream().filter(label -> !seen.add(label)).forEach(several::add);
    }
  }

  /** Keeps a label for an arm beside the combinations. */
  void reserve(String label) {
    others.add(label);
  }

  /** Its level on each axis that it is on, as people read it, by the axis's name. */
  Map<String, String> factors(Point point) {
    Map<String, String> factors = new LinkedHashMap<>();
    for (int axis = 0; axis < axes.size(); axis++) {
      int level = point.levels().get(axis);
      if (level != Point.ABSENT) {
        factors.put(axes.get(axis).name(), axes.get(axis).levels().get(level).label());
      }
    }
    return factors;
  }

  String label(Point point) {
    Map<String, String> factors = factors(point);
    if (factors.isEmpty()) {
      return "trial";
    }
    boolean whole = factors.size() == axes.size(); // its labels are told apart by their places
    List<String> parts = new ArrayList<>();
    factors.forEach(
        (axis, label) -> parts.add(whole || !several.contains(label) ? label : axis + "=" + label));
    String label = String.join(", ", parts);
    boolean free = !others.contains(label) && taken.getOrDefault(label, point).equals(point);
    label = free ? label : full(factors);
    taken.putIfAbsent(label, point);
    return label;
  }

  private static String full(Map<String, String> factors) {
    List<String> parts = new ArrayList<>();
    factors.forEach((axis, label) -> parts.add(axis + "=" + label));
    return String.join(", ", parts);
  }
}
