package io.squeezelab.analysis;

import io.squeezelab.spec.From;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What a paired t test would find: its power, from the noncentral t distribution.
 *
 * @param level of the two-sided test, as a fraction
 * @param wanted how often a difference that is there should be found, as a fraction
 */
@From(
    value = "Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 2.3",
    link = "https://doi.org/10.4324/9780203771587")
record Power(double level, double wanted) {
  /** What is wanted where nothing else is said. */
  static final double WANTED = 0.8;

  /** Pairs up to which the t distribution is asked; beyond, the normal one is as good. */
  private static final int FEW = 500;

  private static final int MOST = 10_000;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  Power(double level) {
    this(level, WANTED);
  }

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
   * The fewest pairs that show a difference of this effect as often as wanted; 0 where there is no
   * effect, or more than 10,000 pairs would be needed.
   */
  int enough(double effect) {
    if (!(Math.abs(effect) > 0)) {
      return 0;
    }
    double about = normally(effect);
    if (about > FEW) {
      return about > MOST ? 0 : (int) about;
    }
    int pairs = Math.max(2, (int) about);
    while (pairs > 2 && of(pairs - 1, effect) >= wanted) {
      pairs--;
    }
    while (of(pairs, effect) < wanted) {
      pairs++;
    }
    return pairs;
  }

  /** Guenther's approximation (1981, The American Statistician 35): normal quantiles, and z²/2. */
  private double normally(double effect) {
    double z = NORMAL.inverseCumulativeProbability(1 - level / 2);
    double sum = (z + NORMAL.inverseCumulativeProbability(wanted)) / effect;
    return Math.ceil(sum * sum + z * z / 2);
  }

  /** The smallest effect that n pairs show as often as wanted; NaN below two pairs. */
  double detectable(int n) {
    if (n < 2) {
      return Double.NaN;
    }
    double most = 1;
    while (of(n, most) < wanted) {
      most *= 2;
    }
    return new BrentSolver(1e-9).solve(200, effect -> of(n, effect) - wanted, 0, most);
  }
}
