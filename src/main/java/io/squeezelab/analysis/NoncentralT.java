package io.squeezelab.analysis;

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

  /** Normal values beyond are rarer than 1e-18. */
  private static final double FAR = 9;

  private static final double PANEL = 0.5;
  private static final int POINTS = 20;

  /**
   * The probability of a value above t, which is positive: the integral of φ(z) P(S &lt; (z + δ)/t)
   * over z &gt; −δ, to about ten digits (Gauss-Legendre in panels of half a unit).
   */
  double above(double t) {
    double from = Math.max(-delta, -FAR);
    int panels = (int) Math.ceil((FAR - from) / PANEL);
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      double start = from + i * PANEL;
      sum +=
          PANELS
              .legendre(POINTS, start, start + PANEL)
              .integrate(z -> NORMAL.density(z) * scaleBelow((z + delta) / t));
    }
    return sum;
  }

  /** The probability of a value below −t. */
  double belowMinus(double t) {
    return new NoncentralT(freedom, -delta).above(t);
  }

  /** P(S &lt; s). */
  private double scaleBelow(double s) {
    return s <= 0 ? 0 : Gamma.regularizedGammaP(freedom / 2, freedom * s * s / 2);
  }
}
