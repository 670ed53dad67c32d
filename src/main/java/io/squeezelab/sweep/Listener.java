package io.squeezelab.sweep;

import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Pace;
import io.squeezelab.trial.Outcome;

/** Told of what happens in a sweep; never by two workers at once. */
public interface Listener {
  void started(int worker, Job job);

  void epoch(int worker, Job job, Epoch epoch);

  /** A job is under way; a few times a second at most. */
  default void pace(int worker, Job job, Pace pace) {}

  /** A job that was put down at a checkpoint, because the sweep is being stopped. */
  default void putDown(int worker, Job job) {}

  /** What the gates of a job gave that was to record them; before it is finished. */
  void gates(int worker, Job job, Gates gates);

  void finished(int worker, Job job, Outcome outcome);
}
