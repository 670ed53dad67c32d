package io.squeezelab.sweep;

import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Keeps what it is told. */
class Heard implements Listener {
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<String> putDown = new ArrayList<>();
  private final CountDownLatch epochs;

  Heard() {
    this(0);
  }

  /**
   * @param awaited epochs that somebody waits for
   */
  Heard(int awaited) {
    epochs = new CountDownLatch(awaited);
  }

  void awaitEpochs() throws InterruptedException {
    epochs.await();
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  List<Ending> endings() {
    return outcomes.stream().map(Outcome::ending).toList();
  }

  /** Ids of the jobs that were put down. */
  List<String> putDown() {
    return putDown;
  }

  @Override
  public void started(int worker, Job job) {}

  @Override
  public void epoch(int worker, Job job, Epoch epoch) {
    epochs.countDown();
  }

  @Override
  public void putDown(int worker, Job job) {
    putDown.add(job.id());
  }

  @Override
  public void gates(int worker, Job job, Gates gates) {}

  @Override
  public void finished(int worker, Job job, Outcome outcome) {
    outcomes.add(outcome);
  }
}
