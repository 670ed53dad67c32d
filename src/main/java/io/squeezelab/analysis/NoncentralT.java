package io.squeezelab.analysis;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * Student's t where the mean is not 0: (Z + δ) / S, Z normal and S² a χ² over its degrees of
 * freedom. Commons Math has none.
 *
 * @param freedom degrees of freedom, above 0
 * @param delta noncentrality δ: the true mean in standard errors
 */
record NoncentralT(double freedom, double delta) {
  private static final GaussIntegratorFactory PANELS = new GaussIntegratorFactory();
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** Degrees of freedom from which S scatters little, and is the one to integrate over. */
  private static final int NARROW = 20;

  private static final int POINTS = 20;

  /** Standard deviations beyond which there is nothing to add: 1e-14. */
  private static final double FAR = 8;

  /** The probability of a value above t, which is positive; to nine digits or so. */
  double above(double t) {
    if (freedom < NARROW) {
      // φ(z) P(S < (z + δ)/t) over z > −δ
      return integral(
          z -> NORMAL.density(z) * scaleBelow((z + delta) / t), Math.max(-delta, -FAR), FAR, 1);
    }
    double sd = 1 / Math.sqrt(2 * freedom);
    double from = Math.max(0, 1 - FAR * sd);
    // f(s) P(Z > t s − δ) over s
    return integral(
        s -> scaleDensity(s) * NORMAL.cumulativeProbability(delta - t * s),
        from,
        1 + FAR * sd,
        4 * sd);
  }

  /** The probability of a value below −t. */
  double belowMinus(double t) {
    return new NoncentralT(freedom, -delta).above(t);
  }

  /** Gauss-Legendre in panels of one width; 0 where there is nothing between the ends. */
  private static double integral(DoubleUnaryOperator of, double from, double to, double panel) {
    double sum = 0;
    for (double start = from; start < to; start += panel) {
      sum += PANELS.legendre(POINTS, start, start + panel).integrate(of::applyAsDouble);
    }
    return sum;
  }

  /** P(S &lt; s). */
  private double scaleBelow(double s) {
    return s <= 0 ? 0 : Gamma.regularizedGammaP(freedom / 2, freedom * s * s / 2);
  }

  /** The density of S. */
  private double scaleDensity(double s) {
    double half = freedom / 2;
    double log = half * Math.log(half) - Gamma.logGamma(half) - half * s * s;
    return s <= 0 ? 0 : 2 * Math.exp(log + (freedom - 1) * Math.log(s));
  }
}
