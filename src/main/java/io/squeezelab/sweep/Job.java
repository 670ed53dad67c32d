package io.squeezelab.sweep;

import io.squeezelab.trial.Trial;

/**
 * A trial to be run.
 *
 * @param arm label of its arm
 * @param attempt from 1
 * @param gates whether its gates are to be recorded as well, which changes none of its numbers
 */
public record Job(String id, String arm, Trial trial, int attempt, boolean gates) {
  public Job(String id, String arm, Trial trial, int attempt) {
    this(id, arm, trial, attempt, false);
  }

  /** The same job with its gates recorded. */
  public Job recorded() {
    return new Job(id, arm, trial, attempt, true);
  }
}
