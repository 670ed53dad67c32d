package io.squeezelab.analysis;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The distribution of the range of some standard normal values, largest less smallest: the
 * studentized range where the spread is known, that is with infinite degrees of freedom.
 *
 * @param values how many, 2 or more
 */
record StudentizedRange(int values) {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** Beyond this the normal density is below 1e-18. */
  private static final double END = 9;

  /** The trapezoidal rule is exact to rounding on a function that fades out like the normal. */
  private static final double STEP = 1.0 / 16;

  private static final double HIGHEST = 50;
  private static final double EXACT = 1e-10;

  /** The probability of a range up to this: k ∫ φ(z) (Φ(z) − Φ(z − range))^(k − 1) dz. */
  double probability(double range) {
    double sum = 0;
    for (double z = -END; z <= END; z += STEP) {
      double within = NORMAL.cumulativeProbability(z) - NORMAL.cumulativeProbability(z - range);
      sum += NORMAL.density(z) * Math.pow(within, values - 1);
    }
    return values * sum * STEP;
  }

  /** The range that is not exceeded with this probability. */
  double quantile(double probability) {
    UnivariateFunction above = range -> probability(range) - probability;
    return new BrentSolver(EXACT).solve(1000, above, 0, HIGHEST);
  }
}
