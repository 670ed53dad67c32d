package io.squeezelab.analysis;

import io.squeezelab.analysis.Tradeoff.Point;
import java.util.List;

/**
 * The part of the plane of cost and accuracy in which area counts.
 *
 * @param from the cost that it begins at
 * @param limit the cost that it ends at
 * @param floor the accuracy that it begins at; it ends at 1
 */
record Box(double from, double limit, double floor) {

  /**
   * From the cheapest point to a tenth of the way beyond the most expensive one, so that this one
   * counts too; where all cost the same, the width makes no difference.
   */
  static Box around(List<Point> points, double floor) {
    double from = points.stream().mapToDouble(Point::cost).min().orElse(Double.NaN);
    double to = points.stream().mapToDouble(Point::cost).max().orElse(Double.NaN);
    return new Box(from, to + (to > from ? to - from : 1) / 10, floor);
  }

  /** The share of it that a front reaches. */
  double share(List<Point> front) {
    return share(
        front.stream().mapToDouble(Point::cost).toArray(),
        front.stream().mapToDouble(p -> p.top1().mean()).toArray());
  }

  /**
   * The same of any points.
   *
   * @param costs in ascending order
   */
  double share(double[] costs, double[] top1) {
    double area = 0;
    double best = floor;
    for (int i = 0; i < costs.length; i++) {
      best = Math.max(best, top1[i]);
      double next = i + 1 < costs.length ? costs[i + 1] : limit;
      area += (next - costs[i]) * (best - floor);
    }
    return area / ((limit - from) * (1 - floor));
  }
}
