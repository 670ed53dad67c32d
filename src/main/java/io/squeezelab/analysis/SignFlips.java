package io.squeezelab.analysis;

import io.squeezelab.spec.From;
import io.squeezelab.spec.Seeds;
import java.util.SplittableRandom;

/**
 * Fisher's permutation test of a mean difference, two-sided: among all ways to give the differences
 * signs, the share of those whose mean is as far from 0. It takes them to be as likely of one sign
 * as of the other, and no more; n pairs cannot give less than 2 / 2^n, so that five or fewer never
 * reach 5 %.
 */
@From("Fisher (1935), The Design of Experiments, section 21")
final class SignFlips {
  /** Pairs up to which all 2^n ways are counted. */
  static final int EXACT = 20;

  /** Ways drawn above that; with the differences as they are, p is in steps of 1/10,000. */
  private static final int DRAWN = 9_999;

  private SignFlips() {}

  /** NaN without a pair. */
  static double p(double... differences) {
    int n = differences.length;
    if (n == 0) {
      return Double.NaN;
    }
    double sum = 0;
    double size = 0;
    for (double d : differences) {
      sum += d;
      size += Math.abs(d);
    }
    // Sums of the same numbers in another order differ by rounding.
    double extreme = Math.abs(sum) - 1e-9 * size;
    return n <= EXACT
        ? Math.scalb((double) asFar(differences, 0, 0, extreme), -n)
        : (1 + drawn(differences, extreme)) / (1.0 + DRAWN);
  }

  /** Ways to sign the differences from one on whose sum is as far from 0. */
  private static long asFar(double[] of, int from, double sum, double extreme) {
    if (from == of.length) {
      return Math.abs(sum) >= extreme ? 1 : 0;
    }
    return asFar(of, from + 1, sum + of[from], extreme)
        + asFar(of, from + 1, sum - of[from], extreme);
  }

  private static int drawn(double[] of, double extreme) {
    SplittableRandom random = Seeds.random(0, "sign-flips");
    int asFar = 0;
    for (int i = 0; i < DRAWN; i++) {
      double sum = 0;
      for (double d : of) {
        sum += random.nextLong() < 0 ? -d : d;
      }
      asFar += Math.abs(sum) >= extreme ? 1 : 0;
    }
    return asFar;
  }
}
