package io.squeezelab.analysis;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The median of some values, and how sure it is, whatever their distribution: times have long upper
 * tails, which a mean would follow.
 *
 * @param n how many values
 * @param low lower end of the interval that holds the true median with at least 95 %: the k-th
 *     smallest value, k from the binomial distribution with p = 1/2 (Conover 1999, Practical
 *     Nonparametric Statistics, 3.2); NaN below six values, which cannot be that sure
 * @param high its upper end, the k-th largest
 */
public record Median(int n, double median, double low, double high) {
  private static final double TAIL = 0.025;

  public static Median of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = rank(sorted.length);
    double low = rank == 0 ? Double.NaN : sorted[rank - 1];
    double high = rank == 0 ? Double.NaN : sorted[sorted.length - rank];
    return new Median(sorted.length, StatUtils.percentile(sorted, 50), low, high);
  }

  /** The largest k for which fewer than k of n values lie below the true median with 2.5 %. */
  private static int rank(int n) {
    BinomialDistribution below = new BinomialDistribution(null, n, 0.5);
    int rank = 0;
    while (rank < n / 2 && below.cumulativeProbability(rank) <= TAIL) {
      rank++;
    }
    return rank;
  }
}
