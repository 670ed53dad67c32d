package io.squeezelab.chart;

import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jfree.data.Range;

/**
 * What a cost axis counts, and in what: billions, millions or thousands. Arms of the same cost
 * stand side by side around it, so that no bar hides another.
 *
 * @param beside how far each of those arms stands from its cost, in units
 */
record Unit(String what, String name, double size, Map<Point, Double> beside) {
  /** Share of the axis between two arms of the same cost. */
  private static final double STEP = 0.014;

  /** Share of the axis that all arms of one cost may take up. */
  private static final double WIDEST = 0.07;

  static Unit of(Tradeoff tradeoff) {
    double most = tradeoff.points().stream().mapToDouble(Point::cost).max().orElse(0);
    Scale scale = Scale.of(tradeoff.axis().kind(), most);
    return of(tradeoff.axis().label(), scale.title(), scale.size(), tradeoff.points());
  }

  private static Unit of(String what, String name, double size, List<Point> points) {
    Unit plain = new Unit(what, name, size, Map.of());
    double length = plain.range(points).getLength();
    Map<Double, List<Point>> equals = new LinkedHashMap<>();
    points.forEach(p -> equals.computeIfAbsent(p.cost(), c -> new ArrayList<>()).add(p));
    Map<Point, Double> beside = new HashMap<>();
    for (List<Point> same : equals.values()) {
      double step = length * Math.min(STEP, WIDEST / same.size());
      for (int i = 0; i < same.size(); i++) {
        beside.put(same.get(i), step * (i - (same.size() - 1) / 2.0));
      }
    }
    return new Unit(what, name, size, beside);
  }

  /** Whether some arms stand beside their cost. */
  boolean spreads() {
    return beside.values().stream().anyMatch(shift -> shift != 0);
  }

  String label() {
    return what + " (" + name + ")";
  }

  double of(Point point) {
    return point.cost() / size + beside.getOrDefault(point, 0.0);
  }

  Range range(List<Point> points) {
    double[] costs = points.stream().mapToDouble(this::of).toArray();
    double most = DoubleStream.of(costs).max().orElse(1);
    Range tight = Extent.of(costs, new double[0], Math.max(1e-3 * most, 1e-6));
    Range range = Range.expand(tight, 0.02, 0.06); // labels stand on the right
    double least = DoubleStream.of(costs).min().orElse(0); // arms beside a cost near 0 are below it
    double lower = Math.max(Math.min(0, least - tight.getLength() / 50), range.getLowerBound());
    return new Range(lower, range.getUpperBound());
  }
}
