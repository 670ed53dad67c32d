package io.squeezelab.analysis;

import io.squeezelab.spec.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Means of all samples that can be drawn with replacement from a few values, as many as there are
 * values: each with the number of ways in which it comes about. Of many values, means of samples
 * drawn at random, the same in every run.
 *
 * @param means in ascending order
 * @param upTo ways that give this mean or a lower one; the last is the number of all ways
 */
record Resamples(double[] means, double[] upTo) {
  /** Values up to which all n^n samples are counted, of which (2n − 1 over n) differ: 24,310. */
  static final int EXACT = 9;

  private static final int DRAWN = 10_000;

  static Resamples of(double... values) {
    return values.length <= EXACT ? new All(values).resamples() : drawn(values);
  }

  private static Resamples drawn(double[] values) {
    SplittableRandom random = Seeds.random(0, "bootstrap");
    double[] means = new double[DRAWN];
    double[] ways = new double[DRAWN];
    for (int i = 0; i < DRAWN; i++) {
      double sum = 0;
      for (int k = 0; k < values.length; k++) {
        sum += values[Seeds.below(values.length, random)];
      }
      means[i] = sum / values.length;
      ways[i] = i + 1;
    }
    Arrays.sort(means);
    return new Resamples(means, ways);
  }

  /** The share of samples with a mean below this one; of those with an equal one, half. */
  double below(double mean, double rounding) {
    return (waysBelow(mean - rounding) + waysBelow(mean + rounding)) / (2 * ways());
  }

  /**
   * The mean below which a share of all samples lies, in between by interpolation, as NumPy's
   * {@code percentile} has it of the list of all ways.
   */
  double quantile(double share) {
    double place = share * (ways() - 1);
    double low = at(Math.floor(place));
    return low + (at(Math.ceil(place)) - low) * (place - Math.floor(place));
  }

  private double ways() {
    return upTo[upTo.length - 1];
  }

  private double waysBelow(double mean) {
    int at = Arrays.binarySearch(means, mean);
    int before = at < 0 ? -at - 1 : at;
    return before == 0 ? 0 : upTo[before - 1];
  }

  /** The mean at a place of the list of all ways, from 0. */
  private double at(double place) {
    int at = Arrays.binarySearch(upTo, place + 1);
    return means[at < 0 ? -at - 1 : at];
  }

  /** Goes through the samples that differ in more than their order. */
  private static final class All {
    private final double[] values;
    private final double[][] found;
    private int count;

    All(double[] values) {
      this.values = values;
      int n = values.length;
      found = new double[(int) CombinatoricsUtils.binomialCoefficient(2 * n - 1, n)][];
    }

    Resamples resamples() {
      add(0, values.length, 0, 1);
      Arrays.sort(found, (a, b) -> Double.compare(a[0], b[0]));
      double[] upTo = Arrays.stream(found).mapToDouble(f -> f[1]).toArray();
      Arrays.parallelPrefix(upTo, Double::sum);
      return new Resamples(Arrays.stream(found).mapToDouble(f -> f[0]).toArray(), upTo);
    }

    /** Fills the places that are left with the values from one on. */
    private void add(int from, int left, double sum, double ways) {
      if (from == values.length - 1) {
        found[count++] = new double[] {(sum + left * values[from]) / values.length, ways};
        return;
      }
      for (int times = 0; times <= left; times++) {
        double choices = CombinatoricsUtils.binomialCoefficientDouble(left, times);
        add(from + 1, left - times, sum + times * values[from], ways * choices);
      }
    }
  }
}
