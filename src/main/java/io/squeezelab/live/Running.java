package io.squeezelab.live;

import io.squeezelab.sweep.Job;
import io.squeezelab.train.Pace;

/** A trial under way: since when, and how far by its own words. Times are nanoseconds. */
final class Running {
  private static final double NANOS = 1e9;

  private final Job job;
  private final int epochs;
  private final long macs;
  private final long since;
  private long heard;
  private Pace last = new Pace(0, 0, 0, Double.NaN);
  private double begun = Double.NaN;
  private double progress;

  Running(Job job, long macs, long now) {
    this.job = job;
    this.epochs = Ahead.epochs(job);
    this.macs = macs;
    this.since = now;
    this.heard = now;
  }

  void pace(Pace pace, long now) {
    double before = pace.epoch() - 1;
    last = pace;
    heard = now;
    progress = before + (pace.steps() == 0 ? 0 : (double) pace.step() / pace.steps());
    if (Double.isNaN(begun)) {
      begun = before; // a trial that goes on from a checkpoint begins later than another
    }
  }

  /** An epoch is finished and evaluated. */
  void epoch(int epoch, long now) {
    if (Double.isNaN(begun)) {
      begun = epoch - 1;
    }
    heard = now;
    progress = epoch;
  }

  /** The same trial, put down and waiting for another turn. */
  Ahead again() {
    return new Ahead(job.id(), job.arm(), (int) Math.ceil(ahead()), macs);
  }

  Job job() {
    return job;
  }

  long macs() {
    return macs;
  }

  /** Epochs that it has trained since it began here. */
  double trained() {
    return Double.isNaN(begun) ? 0 : progress - begun;
  }

  /** Epochs to go, by its last word. */
  double ahead() {
    return Math.max(0, epochs - progress);
  }

  double seconds(long now) {
    return (now - since) / NANOS;
  }

  /** From its beginning to its last word. */
  double secondsHeard() {
    return (heard - since) / NANOS;
  }

  double sinceHeard(long now) {
    return (now - heard) / NANOS;
  }

  double imagesPerSecond() {
    return last.imagesPerSecond();
  }

  Slot.Work work(long now) {
    int epoch = Math.max(last.epoch(), (int) progress);
    boolean within = epoch == last.epoch();
    return new Slot.Work(
        job.id(),
        job.arm(),
        job.trial().seed(),
        job.attempt(),
        epoch,
        epochs,
        within ? last.step() : 0,
        last.steps(),
        last.imagesPerSecond(),
        seconds(now));
  }
}
