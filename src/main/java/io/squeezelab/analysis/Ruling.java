package io.squeezelab.analysis;

import io.squeezelab.experiment.Claim;

/**
 * What the results say of a claim.
 *
 * @param numbers that it rests on, in one sentence
 * @param test name of the test with its correction, and its figures
 * @param adjusted p after Holm's correction over all claims of the experiment; NaN where no test
 *     was made
 */
public record Ruling(Claim claim, Verdict verdict, String numbers, String test, double adjusted) {

  /** How a claim stands. */
  public enum Verdict {
    SUPPORTED,
    CONTRADICTED,
    /** Too few seeds, or none, to tell. */
    UNDECIDED
  }
}
