package io.squeezelab.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An arm, and arms that differ from it in one factor; which of these there are not is told. */
final class Deviations {
  private final Space space;
  private final Point from;
  private final Set<Point> points = new LinkedHashSet<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param from admitted
   */
  Deviations(Space space, Point from) {
    this.space = space;
    this.from = from;
    points.add(from);
  }

  /** The arm with another level of a factor; none where the factor has no meaning in it. */
  void add(int factor, int level) {
    int own = from.levels().get(factor);
    if (own == Point.ABSENT || own == level) {
      return;
    }
    Point point = Arms.with(from, factor, level);
    Optional<Point> arm = space.admit(point);
    arm.ifPresent(points::add);
    if (arm.isEmpty()) {
      Factor of = space.factors().get(factor);
      String compared = of.name() + " = " + of.value(level) + " with " + of.value(own);
      remarks.add("Nothing compares " + compared + ": " + space.reason(point) + ".");
    }
  }

  /** Each once, the arm itself first. */
  List<Point> points() {
    return List.copyOf(points);
  }

  /** A sentence for each that was not admitted. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }
}
