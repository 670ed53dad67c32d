package io.squeezelab.analysis;

import java.util.Arrays;

/**
 * One arm against the baseline, over the seeds that both have. Accuracies are fractions.
 *
 * @param difference its test accuracy less the baseline's, with the Student interval of the pairs
 * @param bootstrapLow lower end of the 95 % bootstrap interval of the mean difference; NaN below
 *     three pairs and without spread
 * @param bootstrapHigh its upper end
 * @param effect mean difference over the standard deviation of the differences, with Hedges'
 *     correction for few pairs; NaN below three pairs or without spread
 * @param student p of the paired t test, two-sided; NaN where it cannot be had
 * @param wilcoxon p of the signed-rank test, exact
 * @param flips p of the exact sign-flip permutation test of the mean
 * @param p of the test that decides, before correction
 * @param adjusted the same after Holm's correction over all arms compared
 * @param finding what the corrected test says at 5 %
 * @param enough pairs with which a difference of this size would be found with a power of 80 %, by
 *     the paired t test at 5 % over the number of arms compared; 0 where that cannot be told
 * @param detectable difference that as many pairs as there are would find with the same power,
 *     given the same spread; NaN where that cannot be told
 * @param better share of the pairs in which the arm is the more accurate one; equal ones count half
 */
public record Contrast(
    String label,
    Estimate difference,
    double bootstrapLow,
    double bootstrapHigh,
    double effect,
    double student,
    double wilcoxon,
    double flips,
    double p,
    double adjusted,
    Finding finding,
    int enough,
    double detectable,
    double better) {

  /**
   * @param adjusted p of the t test after correction
   * @param power of the t test at the corrected level
   * @param detectable effect that as many pairs show
   */
  static Contrast of(
      String label, double[] differences, double adjusted, Power power, double detectable) {
    Estimate difference = Estimate.of(differences);
    Bootstrap bootstrap = Bootstrap.of(differences);
    double t = PairedT.p(differences);
    boolean spread = difference.bounded() && !difference.flat();
    boolean found = Contrasts.found(adjusted);
    return new Contrast(
        label,
        difference,
        bootstrap.low(),
        bootstrap.high(),
        Hedges.g(difference),
        t,
        SignedRank.p(differences),
        SignFlips.p(differences),
        t,
        adjusted,
        !found ? Finding.UNTOLD : difference.mean() > 0 ? Finding.ABOVE : Finding.BELOW,
        spread ? power.enough(difference.mean() / difference.sd()) : 0,
        spread ? detectable * difference.sd() : Double.NaN,
        Arrays.stream(differences)
            .map(d -> (1 + Estimate.sign(d)) / 2)
            .average()
            .orElse(Double.NaN));
  }

  /** What the seeds tell of a difference. */
  public enum Finding {
    ABOVE,
    BELOW,
    /** Too few seeds to tell. */
    UNTOLD
  }
}
