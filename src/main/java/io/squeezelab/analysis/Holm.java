package io.squeezelab.analysis;

import io.squeezelab.spec.From;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction of p-values for the number of tests made: the probability of even one
 * false finding stays at the level asked for, whatever the tests have to do with each other.
 */
@From(
    value = "Holm (1979), A simple sequentially rejective multiple test procedure",
    link = "https://www.jstor.org/stable/4615733")
public final class Holm {
  private Holm() {}

  /**
   * Adjusted p-values, to be held against the level itself: with m tests, the k-th smallest p times
   * m − k + 1, at least as large as those before it and at most 1.
   *
   * @param p in any order; NaN where no test could be made, which stays NaN and does not count
   */
  public static double[] adjusted(double... p) {
    double[] adjusted = p.clone();
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double least = 0;
    for (int k = 0; k < order.length; k++) {
      least = Math.min(1, Math.max(least, (order.length - k) * p[order[k]]));
      adjusted[order[k]] = least;
    }
    return adjusted;
  }

  /** How many tests count. */
  static int tests(double... p) {
    return (int) Arrays.stream(p).filter(v -> !Double.isNaN(v)).count();
  }
}
