package io.squeezelab.analysis;

/** A claim and the tests that it rests on. */
interface Argument {
  /** p of each test, two-sided, before correction; NaN where no test can be made. */
  double[] p();

  /**
   * What the tests say.
   *
   * @param adjusted p of each, corrected for all tests of all claims
   * @param tests how many these are
   */
  Ruling ruling(double[] adjusted, int tests);
}
