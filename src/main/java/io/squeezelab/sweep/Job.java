package io.squeezelab.sweep;

import io.squeezelab.trial.Conditions;
import io.squeezelab.trial.Trial;
import io.squeezelab.trial.WeightFile;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A trial to be run.
 *
 * @param arm label of its arm
 * @param attempt from 1
 * @param gates whether its gates are to be recorded as well
 * @param weights whether the weights that were tested are to be kept; neither changes a number
 * @param conditions under which it runs
 * @param timeOut of this attempt, from its order to its outcome; null for none
 */
public record Job(
    String id,
    String arm,
    Trial trial,
    int attempt,
    boolean gates,
    boolean weights,
    Conditions conditions,
    Duration timeOut) {
  public Job(String id, String arm, Trial trial, int attempt) {
    this(id, arm, trial, attempt, false, false, Conditions.PLAIN, null);
  }

  public Job under(Conditions others) {
    return new Job(id, arm, trial, attempt, gates, weights, others, timeOut);
  }

  /** The same job, which may take so long. */
  public Job within(Duration time) {
    return new Job(id, arm, trial, attempt, gates, weights, conditions, time);
  }

  /** The same job with more to be kept of it. */
  public Job keeping(boolean itsGates, boolean itsWeights) {
    return new Job(id, arm, trial, attempt, itsGates, itsWeights, conditions, timeOut);
  }

  /** Where its weights are to go, beside its log; null for nowhere. */
  Path weights(Path log) {
    return weights ? WeightFile.beside(log) : null;
  }
}
