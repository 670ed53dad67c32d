package io.squeezelab.sweep;

import io.squeezelab.trial.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Runs jobs on worker processes, each worker one job after another. What a job gives does not
 * depend on the number of workers, only when it gives it does.
 */
public final class Sweep implements AutoCloseable {
  private final Workers workers;
  private final Crew crew;
  private final Listener listener;
  private final Function<String, Path> logs;
  private final AtomicReference<Throwable> trouble = new AtomicReference<>();

  /**
   * @param logs where the log of a trial goes, by its id
   */
  public Sweep(Workers workers, Function<String, Path> logs, Listener listener) {
    this.workers = workers;
    this.crew = new Crew(workers, () -> trouble.get() != null);
    this.logs = logs;
    this.listener = listener;
  }

  /** Runs all jobs; what the listener throws ends the sweep, and is thrown from here. */
  public void run(List<Job> jobs) throws InterruptedException {
    Queue<Job> queue = new ConcurrentLinkedQueue<>(jobs);
    List<Thread> threads = new ArrayList<>();
    int count = Math.min(workers.count(), jobs.size());
    Child first =
        count > 0 ? crew.first() : null; // unpacks the natives before the others look for them
    for (int i = 0; i < count; i++) {
      int slot = i;
      Thread thread = new Thread(() -> serve(slot, slot == 0 ? first : null, queue), "worker " + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Throwable cause = trouble.get();
    if (cause instanceof RuntimeException known) {
      throw known;
    } else if (cause != null) {
      throw new IllegalStateException("the sweep broke off: " + cause, cause);
    }
  }

  private void serve(int slot, Child given, Queue<Job> queue) {
    Child child = given;
    try {
      for (Job job = queue.poll(); job != null && going(); job = queue.poll()) {
        Instant began = Instant.now();
        try {
          child = child == null ? crew.again() : child;
        } catch (IOException e) {
          finish(slot, job, unstarted(slot, job, e, began));
          continue;
        }
        Outcome outcome = attempt(slot, child, job);
        if (outcome == null) {
          outcome = died(child);
          child = null;
        }
        finish(slot, job, outcome);
      }
    } catch (Throwable e) { // an Error too: without this thread its jobs would be lost in silence
      trouble.compareAndSet(null, e);
      close();
    } finally {
      if (child != null) {
        child.close();
      }
    }
  }

  /**
   * A worker that died costs its trial this attempt, unless the whole sweep is being stopped: then
   * a signal to all processes may reach the worker before it reaches us.
   */
  private Outcome died(Child child) throws InterruptedException {
    Outcome lost = child.lost();
    child.close();
    return crew.ending(child) ? null : lost;
  }

  /** A job for which no worker started has had its attempt, so that a sweep always ends. */
  private Outcome unstarted(int slot, Job job, IOException how, Instant began) {
    tell(() -> listener.started(slot, job));
    Outcome outcome = Outcome.failed(Crew.UNSTARTED + how.getMessage(), List.of(), began);
    try (Log log = new Log()) {
      log.start(logs.apply(job.id()), job);
      log.end(outcome);
    }
    return outcome;
  }

  private Outcome attempt(int slot, Child child, Job job) {
    tell(() -> listener.started(slot, job));
    return child.run(
        job,
        logs.apply(job.id()),
        epoch -> tell(() -> listener.epoch(slot, job, epoch)),
        gates -> tell(() -> listener.gates(slot, job, gates)));
  }

  private boolean going() {
    return !crew.stopping() && trouble.get() == null;
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
    crew.close();
  }
}
