package io.squeezelab.analysis;

import io.squeezelab.cost.Cost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Test accuracy against cost: one point an arm, seeds averaged.
 *
 * @param points in the order of the experiment file; an arm without a completed trial has none
 */
public record Tradeoff(Axis axis, List<Point> points) {

  /** What a network costs for one image. */
  public enum Axis {
    MACS(Cost::macs),
    PARAMS(Cost::params);

    private final ToLongFunction<Cost> of;

    Axis(ToLongFunction<Cost> of) {
      this.of = of;
    }
  }

  /**
   * @param cost multiply-adds or parameters, as the axis says
   */
  public record Point(String label, boolean baseline, long cost, Estimate top1) {

    /**
     * Whether this point is as cheap and as accurate as the other, and better in one of the two.
     */
    boolean beats(Point other) {
      return cost <= other.cost
          && top1.mean() >= other.top1.mean()
          && (cost < other.cost || top1.mean() > other.top1.mean());
    }
  }

  public Tradeoff {
    points = List.copyOf(points);
  }

  public static Tradeoff of(Summary summary, Axis axis) {
    return new Tradeoff(
        axis,
        summary.arms().stream()
            .filter(arm -> arm.top1().known() && arm.cost() != null)
            .map(a -> new Point(a.label(), a.baseline(), axis.of.applyAsLong(a.cost()), a.top1()))
            .toList());
  }

  /**
   * The Pareto front of the means, cheapest first: points that no other point beats. Points that
   * are equal in both do not beat each other, so that all of them are on the front. Means are taken
   * as they are: neighbours on the front may not be told apart by their seeds.
   */
  public List<Point> front() {
    return points.stream()
        .filter(p -> points.stream().noneMatch(q -> q.beats(p)))
        .sorted(Comparator.comparingLong(Point::cost))
        .toList();
  }

  /**
   * At most {@code most} points, those that a crowded chart should name: the baseline, the front,
   * then the most accurate of the rest; in the order of the experiment file.
   */
  public List<Point> notable(int most) {
    List<Point> byAccuracy = new ArrayList<>(points);
    byAccuracy.sort(Comparator.comparingDouble((Point p) -> p.top1().mean()).reversed());
    Set<Point> ranked = new LinkedHashSet<>();
    points.stream().filter(Point::baseline).forEach(ranked::add);
    byAccuracy.stream().filter(front()::contains).forEach(ranked::add);
    ranked.addAll(byAccuracy);
    List<Point> named = ranked.stream().limit(most).toList();
    return points.stream().filter(named::contains).toList();
  }
}
