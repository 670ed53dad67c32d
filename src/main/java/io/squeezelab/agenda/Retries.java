package io.squeezelab.agenda;

import io.squeezelab.experiment.Remedy;
import io.squeezelab.experiment.Retry;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Trial;
import java.util.OptionalInt;

/** Which trials are tried again at once, and with how many images at a time. */
record Retries(Retry allowed) {

  /**
   * Images that the next attempt is to put through the network at once, 0 for the whole batch;
   * empty where there is no further attempt.
   *
   * @param ending of the last attempt
   */
  OptionalInt again(Trial trial, Past past, Ending ending) {
    Remedy memory = allowed.outOfMemory();
    if (ending == Ending.OUT_OF_MEMORY && memory.smaller()) {
      int own = trial.train().microBatch() > 0 ? trial.train().microBatch() : trial.train().batch();
      int at = past.microBatch() > 0 ? past.microBatch() : own;
      return at > 1 ? OptionalInt.of(at / 2) : OptionalInt.empty();
    }
    int times =
        switch (ending) {
          case FAILED -> allowed.failed();
          case OUT_OF_MEMORY -> memory.times();
          case TIMED_OUT -> allowed.timedOut();
          case DIVERGED -> allowed.diverged();
          case COMPLETED, STOPPED -> 0;
        };
    return past.count(ending) <= times ? OptionalInt.of(past.microBatch()) : OptionalInt.empty();
  }
}
