package io.squeezelab.analysis;

import io.squeezelab.analysis.Tradeoff.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How sure the Pareto front is: what becomes of it when the seeds are drawn again, with replacement
 * and the same for all arms, since all arms share them. Costs are taken as they are.
 *
 * @param arms in the order of the experiment file
 * @param from the cost from which area counts: that of the cheapest arm
 * @param limit the cost up to which it counts: a tenth of the way from there to the most expensive
 *     arm beyond that one, so that it counts too
 * @param floor the accuracy from which it counts: the lowest of a trial
 * @param hypervolume the area that the arms reach, as a share of that from {@code from} to {@code
 *     limit} and from {@code floor} to 1: at each cost the accuracy of the best arm that costs no
 *     more. Only shares of the same area can be compared
 * @param low lower end of its 95 % bootstrap interval, the 2.5 % quantile of the resamples; NaN
 *     where there are none
 * @param high its upper end
 * @param seeds that were drawn from: those that all arms in question completed
 * @param resamples how often; 0 below three seeds, which are too few to draw from
 * @param remarks what the figures cannot tell, a sentence each
 */
public record Front(
    Tradeoff.Axis axis,
    List<Place> arms,
    double from,
    double limit,
    double floor,
    double hypervolume,
    double low,
    double high,
    int seeds,
    int resamples,
    List<String> remarks) {
  private static final int LEAST = 3;

  /**
   * @param on whether the mean over all its seeds is on the front
   * @param probability share of the resamples in which the arm is on the front; NaN where there are
   *     none, and for an arm that is left out of them
   */
  public record Place(Point point, boolean on, double probability) {}

  public Front {
    arms = List.copyOf(arms);
    remarks = List.copyOf(remarks);
  }

  public static Front of(Study study, Tradeoff.Axis axis) {
    return of(study, Summary.of(study), axis);
  }

  /**
   * @param summary of the study, which many figures share
   */
  public static Front of(Study study, Summary summary, Tradeoff.Axis axis) {
    Tradeoff tradeoff = Tradeoff.of(summary, axis);
    Pairs pairs = Pairs.of(study);
    List<Point> drawn =
        tradeoff.points().stream()
            .filter(p -> p.top1().n() >= LEAST && !pairs.halted(p.label()))
            .toList();
    List<Long> seeds = common(drawn, pairs);
    double[][] top1 =
        drawn.stream()
            .map(p -> seeds.stream().mapToDouble(pairs.top1(p.label())::get).toArray())
            .toArray(double[][]::new);
    Box box = Box.around(tradeoff.points(), floor(tradeoff, pairs));
    double[] costs = drawn.stream().mapToDouble(Point::cost).toArray();
    Redraws redraws = Redraws.of(costs, top1, seeds.size() < LEAST ? 0 : Redraws.MANY, box);
    return new Front(
        axis,
        places(tradeoff, drawn, redraws),
        box.from(),
        box.limit(),
        box.floor(),
        box.share(tradeoff.front()),
        Quantile.of(0.025, redraws.shares()),
        Quantile.of(0.975, redraws.shares()),
        seeds.size(),
        redraws.shares().length,
        remarks(study, tradeoff, drawn, seeds.size()));
  }

  private static List<Place> places(Tradeoff tradeoff, List<Point> drawn, Redraws redraws) {
    List<Point> front = tradeoff.front();
    return tradeoff.points().stream()
        .map(
            p -> {
              int at = drawn.indexOf(p);
              double share = at < 0 ? Double.NaN : redraws.on()[at];
              return new Place(p, front.contains(p), share);
            })
        .toList();
  }

  /** Seeds that all of these arms completed. */
  private static List<Long> common(List<Point> points, Pairs pairs) {
    SortedSet<Long> seeds = new TreeSet<>();
    points.forEach(p -> seeds.addAll(pairs.top1(p.label()).keySet()));
    points.forEach(p -> seeds.retainAll(pairs.top1(p.label()).keySet()));
    return List.copyOf(seeds);
  }

  private static double floor(Tradeoff tradeoff, Pairs pairs) {
    return tradeoff.points().stream()
        .flatMap(p -> pairs.top1(p.label()).values().stream())
        .mapToDouble(top1 -> top1)
        .min()
        .orElse(Double.NaN);
  }

  private static List<String> remarks(
      Study study, Tradeoff tradeoff, List<Point> drawn, int seeds) {
    List<String> remarks = new ArrayList<>();
    int all = tradeoff.points().size();
    int arms = study.arms().size();
    if (all < arms) {
      remarks.add(
          "%d of %d arms have no completed trial, or no known %s, and no point."
              .formatted(arms - all, arms, tradeoff.axis().what()));
    }
    if (drawn.size() < all) {
      remarks.add(
          "%d of %d arms have fewer than %d completed seeds, or were stopped early: they have no"
                  .formatted(all - drawn.size(), all, LEAST)
              + " probability, and are not in the interval of the hypervolume.");
    }
    if (seeds < LEAST) {
      remarks.add(
          "The arms share %s, too few to draw from: how sure the front is cannot be told."
              .formatted(Evidence.seeds(seeds, seeds)));
    } else if (drawn.stream().anyMatch(p -> p.top1().n() > seeds)) {
      remarks.add(
          "Drawn from the %d seeds that all of these arms completed; means are over all seeds."
              .formatted(seeds));
    }
    return remarks;
  }
}
