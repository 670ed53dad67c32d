package io.squeezelab.analysis;

import org.apache.commons.math3.special.Beta;

/** Fisher's F distribution, as far as tests need it. */
final class Fisher {
  private Fisher() {}

  /**
   * The probability of a ratio of mean squares of at least f, exact also where it is tiny.
   *
   * @param above degrees of freedom of the upper mean square
   * @param below of the lower
   */
  static double beyond(double f, double above, double below) {
    return Double.isNaN(f)
        ? Double.NaN
        : Beta.regularizedBeta(below / (below + above * f), below / 2, above / 2);
  }
}
