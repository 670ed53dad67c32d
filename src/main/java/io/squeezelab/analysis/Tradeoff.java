package io.squeezelab.analysis;

import io.squeezelab.cost.Cost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Test accuracy against cost: one point an arm, seeds averaged.
 *
 * @param points in the order of the experiment file; an arm without a completed trial has none
 */
public record Tradeoff(Axis axis, List<Point> points) {

  /** What accuracy is paid with. */
  public enum Axis {
    MACS("multiply-adds", "Multiply-adds per image", Kind.COUNT, counted(Cost::macs)),
    PARAMS("parameters", "Parameters", Kind.COUNT, counted(Cost::params)),
    ACTIVATIONS("activations", "Activations per image", Kind.COUNT, counted(Cost::activations)),
    /**
     * Estimated, in bytes: parameters, buffers and activations of one image at four bytes each.
     * What an engine keeps for the backward pass, and its working space, is not in it.
     */
    MEMORY("memory", "Memory for one image, estimated", Kind.BYTES, counted(Axis::bytes)),
    /** Measured, in seconds: of training, without evaluation; median over seeds. */
    IMAGE_TIME("training time per image", Kind.SECONDS, arm -> 1 / arm.imagesPerSecond()),
    /**
     * Measured, in seconds: of whole trials, loading and evaluation included; median over seeds.
     */
    TRIAL_TIME("time per trial", Kind.SECONDS, Arm::seconds);

    /** What the numbers of an axis are. */
    public enum Kind {
      COUNT,
      BYTES,
      SECONDS
    }

    private static final int FLOAT = 4;

    private final String what;
    private final String label;
    private final Kind kind;
    private final ToDoubleFunction<Arm> of;

    Axis(String what, Kind kind, ToDoubleFunction<Arm> of) {
      this(what, Character.toUpperCase(what.charAt(0)) + what.substring(1), kind, of);
    }

    Axis(String what, String label, Kind kind, ToDoubleFunction<Arm> of) {
      this.what = what;
      this.label = label;
      this.kind = kind;
      this.of = of;
    }

    private static ToDoubleFunction<Arm> counted(ToLongFunction<Cost> what) {
      return arm -> arm.cost() == null ? Double.NaN : what.applyAsLong(arm.cost());
    }

    private static long bytes(Cost cost) {
      return FLOAT * (cost.params() + cost.buffers() + cost.activations());
    }

    /** In a sentence: multiply-adds. */
    public String what() {
      return what;
    }

    /** At the axis, without a unit. */
    public String label() {
      return label;
    }

    public Kind kind() {
      return kind;
    }
  }

  /**
   * @param cost as the axis says: a number, bytes or seconds
   */
  public record Point(String label, boolean baseline, double cost, Estimate top1) {

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
            .filter(arm -> arm.top1().known() && Double.isFinite(axis.of.applyAsDouble(arm)))
            .map(a -> new Point(a.label(), a.baseline(), axis.of.applyAsDouble(a), a.top1()))
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
        .sorted(Comparator.comparingDouble(Point::cost))
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
