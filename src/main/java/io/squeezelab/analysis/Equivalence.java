package io.squeezelab.analysis;

import io.squeezelab.spec.From;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether the true means of some arms lie within a bound of each other. They do if every pair does,
 * so that the least sure pair decides, without correction (an intersection-union test); they do not
 * if one pair lies further apart, which is corrected for the number of pairs (Bonferroni).
 *
 * @param inside p of the one-sided tests that all pairs lie within the bound: of two to a pair, the
 *     larger one; NaN where a pair has no test
 * @param outside p that a pair lies beyond it
 */
@From(
    value = "Schuirmann (1987), two one-sided tests; Berger (1982), intersection-union tests",
    link = "https://doi.org/10.1007/BF01068419")
record Equivalence(double inside, double outside) {

  /**
   * Student's tests of paired differences.
   *
   * @param bound in the unit of the differences
   * @param pairs of arms: their differences over the seeds
   */
  static Equivalence of(double bound, List<Estimate> pairs) {
    double inside = 0;
    double outside = 1;
    for (Estimate of : pairs) {
      if (!of.bounded() || of.flat()) {
        return new Equivalence(Double.NaN, Double.NaN);
      }
      double error = of.sd() / Math.sqrt(of.n());
      double over = (Math.abs(of.mean()) - bound) / error;
      TDistribution t = new TDistribution(null, of.n() - 1);
      inside = Math.max(inside, t.cumulativeProbability(over)); // the other side is the surer one
      outside = Math.min(outside, t.cumulativeProbability(-over));
    }
    return new Equivalence(inside, Math.min(1, pairs.size() * outside));
  }

  /** Of both questions together: the smaller one, doubled. */
  double p() {
    return Math.min(1, 2 * Math.min(inside, outside));
  }
}
