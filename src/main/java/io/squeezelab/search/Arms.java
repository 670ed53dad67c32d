package io.squeezelab.search;

import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What searches have in common: arms beside others. */
final class Arms {
  private Arms() {}

  /** All of them once, the baseline among them: in front where they lack it. */
  static List<Point> withBaseline(Space space, Collection<Point> points) {
    Set<Point> all = new LinkedHashSet<>();
    space.baseline().filter(base -> !points.contains(base)).ifPresent(all::add);
    all.addAll(points);
    return List.copyOf(all);
  }

  /**
   * The levels with one of them replaced; a factor that had no meaning, and may have one now, gets
   * its first level.
   */
  static Point with(Point point, int factor, int level) {
    List<Integer> levels = new ArrayList<>(point.levels());
    levels.replaceAll(old -> Math.max(old, 0));
    levels.set(factor, level);
    return new Point(levels);
  }

  /** {@code attention.squeeze = max, attention.gate = sigmoid}. */
  static String text(Space space, Point point) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < space.factors().size(); i++) {
      Factor factor = space.factors().get(i);
      int level = point.levels().get(i);
      if (level != Point.ABSENT) {
        parts.add(factor.name() + " = " + factor.value(level));
      }
    }
    return String.join(", ", parts);
  }

  /** Refuses a space whose arms cannot be judged before the test split is read. */
  static void needValidation(Space space) {
    if (!space.validated()) {
      throw new Problem("", "chooses by validation accuracy, but data.validation is 0");
    }
  }
}
