package io.squeezelab.analysis;

import io.squeezelab.spec.Seeds;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fronts of means over seeds that are drawn with replacement, the same for all arms; the same draws
 * in every run.
 *
 * @param on by arm the share of the draws in which it is on the front
 * @param shares of the box that each front reaches
 */
record Redraws(double[] on, double[] shares) {
  static final int MANY = 2000;

  /**
   * @param costs by arm
   * @param top1 by arm, then by seed
   */
  static Redraws of(double[] costs, double[][] top1, int times, Box box) {
    int[] order =
        IntStream.range(0, costs.length)
            .boxed()
            .sorted(Comparator.comparingDouble(arm -> costs[arm]))
            .mapToInt(arm -> arm)
            .toArray();
    double[] ascending = IntStream.of(order).mapToDouble(arm -> costs[arm]).toArray();
    double[] shares = new double[costs.length == 0 ? 0 : times];
    int[] hits = new int[costs.length];
    SplittableRandom random = Seeds.random(0, "front");
    for (int draw = 0; draw < shares.length; draw++) {
      double[] means = means(top1, order, random);
      shares[draw] = box.share(ascending, means);
      count(ascending, means, order, hits);
    }
    double none = shares.length == 0 ? Double.NaN : shares.length;
    return new Redraws(IntStream.of(hits).mapToDouble(h -> h / none).toArray(), shares);
  }

  private static double[] means(double[][] top1, int[] order, SplittableRandom random) {
    int seeds = top1[0].length;
    int[] times = new int[seeds];
    for (int i = 0; i < seeds; i++) {
      times[Seeds.below(seeds, random)]++;
    }
    double[] means = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      for (int seed = 0; seed < seeds; seed++) {
        means[i] += times[seed] * top1[order[i]][seed] / seeds;
      }
    }
    return means;
  }

  /** Counts the arms that no other beats: the best of their cost, and better than all cheaper. */
  private static void count(double[] costs, double[] means, int[] order, int[] hits) {
    double cheaper = Double.NEGATIVE_INFINITY;
    for (int from = 0, to = 0; from < costs.length; from = to) {
      double best = cheaper;
      while (to < costs.length && costs[to] == costs[from]) {
        best = Math.max(best, means[to++]);
      }
      for (int i = from; i < to; i++) {
        hits[order[i]] += best > cheaper && means[i] == best ? 1 : 0;
      }
      cheaper = best;
    }
  }
}
