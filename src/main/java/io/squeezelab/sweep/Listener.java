package io.squeezelab.sweep;

import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Outcome;

/** Told of what happens in a sweep; never by two workers at once. */
public interface Listener {
  void started(int worker, Job job);

  void epoch(int worker, Job job, Epoch epoch);

  /** What the gates of a job gave that was to record them; before it is finished. */
  void gates(int worker, Job job, Gates gates);

  void finished(int worker, Job job, Outcome outcome);
}
