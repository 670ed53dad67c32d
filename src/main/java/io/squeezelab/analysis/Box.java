package io.squeezelab.analysis;

import io.squeezelab.analysis.Tradeoff.Point;
import java.util.List;

/**
 * The part of the plane of cost and accuracy in which area counts.
 *
 * @param limit the cost that it ends at; it begins at 0
 * @param floor the accuracy that it begins at; it ends at 1
 */
record Box(double limit, double floor) {

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
    return area / (limit * (1 - floor));
  }
}
