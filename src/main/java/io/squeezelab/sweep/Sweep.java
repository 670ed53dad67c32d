package io.squeezelab.sweep;

import io.squeezelab.spec.BadInput;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Runs jobs on worker processes, each worker one job after another. What a job gives does not
 * depend on the number of workers, only when it gives it does.
 */
public final class Sweep implements AutoCloseable {
  private final Workers workers;
  private final Listener listener;
  private final Function<String, Path> logs;
  private final List<Child> children = new ArrayList<>();
  private volatile RuntimeException trouble;
  private volatile boolean stopped;

  /** Told of what happens; never by two workers at once. */
  public interface Listener {
    void started(int worker, Job job);

    void epoch(int worker, Job job, Epoch epoch);

    void finished(int worker, Job job, Outcome outcome);
  }

  /**
   * @param logs where the log of a trial goes, by its id
   */
  public Sweep(Workers workers, Function<String, Path> logs, Listener listener) {
    this.workers = workers;
    this.logs = logs;
    this.listener = listener;
  }

  /** Runs all jobs; what the listener throws ends the sweep. */
  public void run(List<Job> jobs) throws InterruptedException {
    Queue<Job> queue = new ConcurrentLinkedQueue<>(jobs);
    List<Thread> threads = new ArrayList<>();
    int count = Math.min(workers.count(), jobs.size());
    Child first = count > 0 ? start() : null; // unpacks the natives before the others look for them
    for (int i = 0; i < count; i++) {
      int slot = i;
      Thread thread =
          new Thread(() -> serve(slot, slot == 0 ? first : start(), queue), "worker " + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (trouble != null) {
      throw trouble;
    }
  }

  private Child start() {
    Child child = new Child(workers);
    synchronized (children) {
      children.add(child);
    }
    if (stopped) {
      child.close();
    }
    if (!child.ready() && !stopped) {
      throw new BadInput("a worker did not start: " + child.obituary());
    }
    return child;
  }

  private void serve(int slot, Child given, Queue<Job> queue) {
    try {
      Child child = given;
      for (Job job = queue.poll(); job != null && going(); job = queue.poll()) {
        tell(() -> listener.started(slot, job));
        Outcome outcome = child.run(job, logs.apply(job.id()), e -> epoch(slot, job, e));
        if (outcome == null && going()) {
          outcome = Outcome.failed(child.obituary());
          child.close();
          child = queue.isEmpty() ? child : start();
        }
        finish(slot, job, outcome);
      }
      child.close();
    } catch (RuntimeException e) {
      trouble = e;
      close();
    }
  }

  private boolean going() {
    return !stopped && trouble == null;
  }

  private void epoch(int slot, Job job, Epoch epoch) {
    tell(() -> listener.epoch(slot, job, epoch));
  }

  private void finish(int slot, Job job, Outcome outcome) {
    if (outcome != null) {
      tell(() -> listener.finished(slot, job, outcome));
    }
  }

  private void tell(Runnable news) {
    synchronized (listener) {
      if (going()) {
        news.run();
      }
    }
  }

  /** Ends all workers at once; trials under way are lost, finished ones are not. */
  @Override
  public void close() {
    stopped = true;
    synchronized (children) {
      children.forEach(Child::close);
    }
  }
}
