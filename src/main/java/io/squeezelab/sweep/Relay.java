package io.squeezelab.sweep;

import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Pace;
import io.squeezelab.trial.Outcome;

/** Passes on what it hears; who does more than that with some of it extends this. */
public class Relay implements Listener {
  private final Listener next;

  protected Relay(Listener next) {
    this.next = next;
  }

  @Override
  public void started(int worker, Job job) {
    next.started(worker, job);
  }

  @Override
  public void epoch(int worker, Job job, Epoch epoch) {
    next.epoch(worker, job, epoch);
  }

  @Override
  public void pace(int worker, Job job, Pace pace) {
    next.pace(worker, job, pace);
  }

  @Override
  public void putDown(int worker, Job job) {
    next.putDown(worker, job);
  }

  @Override
  public void gates(int worker, Job job, Gates gates) {
    next.gates(worker, job, gates);
  }

  @Override
  public void finished(int worker, Job job, Outcome outcome) {
    next.finished(worker, job, outcome);
  }
}
