package io.squeezelab.analysis;

import io.squeezelab.spec.From;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What a paired t test would find: its power, from the noncentral t distribution.
 *
 * @param level of the two-sided test, as a fraction
 */
@From(
    value = "Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 2.3",
    link = "https://doi.org/10.4324/9780203771587")
record Power(double level) {
  /** How often a difference that is there should be found. */
  static final double WANTED = 0.8;

  /** Pairs up to which the t distribution is asked; beyond, the normal one is as good. */
  private static final int FEW = 500;

  private static final int MOST = 10_000;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /**
   * The probability that n pairs show a difference.
   *
   * @param effect true mean of the differences over their true standard deviation
   */
  double of(int n, double effect) {
    double critical = new TDistribution(null, n - 1).inverseCumulativeProbability(1 - level / 2);
    NoncentralT t = new NoncentralT(n - 1, Math.abs(effect) * Math.sqrt(n));
    return t.above(critical) + t.belowMinus(critical);
  }

  /**
   * The fewest pairs that show a difference of this effect with a power of 80 %; 0 where there is
   * no effect, or more than 10,000 pairs would be needed.
   */
  int enough(double effect) {
    if (!(Math.abs(effect) > 0)) {
      return 0;
    }
    int low = 1;
    int high = FEW;
    if (of(high, effect) < WANTED) {
      return beyond(effect);
    }
    while (high - low > 1) {
      int middle = (low + high) / 2;
      boolean found = of(middle, effect) >= WANTED;
      high = found ? middle : high;
      low = found ? low : middle;
    }
    return high;
  }

  /** Guenther's approximation (1981, The American Statistician 35): normal quantiles, and z²/2. */
  private int beyond(double effect) {
    double z = NORMAL.inverseCumulativeProbability(1 - level / 2);
    double sum = (z + NORMAL.inverseCumulativeProbability(WANTED)) / effect;
    double pairs = Math.ceil(sum * sum + z * z / 2);
    return pairs > MOST ? 0 : (int) pairs;
  }

  /** The smallest effect that n pairs show with a power of 80 %; NaN below two pairs. */
  double detectable(int n) {
    if (n < 2) {
      return Double.NaN;
    }
    double most = 1;
    while (of(n, most) < WANTED) {
      most *= 2;
    }
    return new BrentSolver(1e-9).solve(200, effect -> of(n, effect) - WANTED, 0, most);
  }
}
