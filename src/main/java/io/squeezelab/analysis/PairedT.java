package io.squeezelab.analysis;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's t test of paired differences, two-sided: how often differences without a mean of their
 * own would have one as far from 0, in units of their standard error. It takes them to be normal.
 */
final class PairedT {
  private PairedT() {}

  /** NaN below two pairs, and for differences without spread, which prove nothing. */
  static double p(double... differences) {
    Estimate of = Estimate.of(differences);
    if (!of.bounded() || of.flat()) {
      return Double.NaN;
    }
    double t = of.mean() / (of.sd() / Math.sqrt(of.n()));
    return 2 * new TDistribution(null, of.n() - 1).cumulativeProbability(-Math.abs(t));
  }
}
