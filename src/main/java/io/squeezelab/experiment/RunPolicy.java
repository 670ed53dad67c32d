package io.squeezelab.experiment;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Period;
import io.squeezelab.trial.Checkpoints;

/**
 * The field {@code run}: how a sweep treats its trials. It is no part of any trial.
 *
 * @param timeOut of one attempt, from its order to its outcome; null for none
 * @param maxFailures the sweep ends when so many trials have ended without completing, after their
 *     retries; 0 for no limit
 * @param checkpoint when a trial writes down where it is
 */
public record RunPolicy(
    @Default("{}") Retry retry,
    @Default("null") Period timeOut,
    @Default("0") int maxFailures,
    @Default("{}") Checkpoints checkpoint) {
  public RunPolicy {
    Check.atLeast("maxFailures", 0, maxFailures);
    timeOut = Period.NEVER.equals(timeOut) ? null : timeOut;
  }
}
