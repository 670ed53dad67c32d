package io.squeezelab.sweep;

import io.squeezelab.spec.BadInput;
import io.squeezelab.trial.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final AtomicReference<Desk> desk = new AtomicReference<>();

  /**
   * @param logs where the log of a trial goes, by its id
   */
  public Sweep(Workers workers, Function<String, Path> logs, Listener listener) {
    this.workers = workers;
    this.crew = new Crew(workers);
    this.logs = logs;
    this.listener = listener;
  }

  /**
   * Runs all jobs, or returns early once it is stopped; what the listener or the agenda throws ends
   * the sweep, and is thrown from here.
   */
  public void run(Agenda agenda) throws InterruptedException {
    Desk given = new Desk(agenda);
    desk.set(given);
    if (crew.stopping()) {
      return;
    }
    if (workers.count() == 0) {
      new InProcess(workers, logs, listener, crew::stopping).run(given);
    } else {
      serveAll(given);
    }
    Throwable cause = trouble.get();
    if (cause instanceof RuntimeException known) {
      throw known;
    } else if (cause != null) {
      throw new IllegalStateException("the sweep broke off: " + cause, cause);
    }
  }

  private void serveAll(Desk given) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < workers.count(); i++) {
      int slot = i;
      Thread thread = new Thread(() -> serve(slot, given), "worker " + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void serve(int slot, Desk given) {
    Child child = null;
    try {
      for (Optional<Job> job = given.next(); job.isPresent(); job = given.next()) {
        try {
          child = child == null ? crew.start(slot).orElse(null) : child;
        } catch (IOException e) {
          postpone(given, job.get(), e);
          continue;
        }
        child = child == null ? null : attempt(slot, child, job.get(), given);
      }
    } catch (Throwable e) { // an Error too: without this thread its jobs would be lost in silence
      trouble.compareAndSet(null, e);
      close();
    } finally {
      if (child != null) {
        crew.end(child);
      }
    }
  }

  /** A job for which no worker starts is for others, or for later, when memory is free. */
  private static void postpone(Desk given, Job job, IOException why) throws InterruptedException {
    if (!given.back(job)) {
      throw new BadInput("a worker did not start: " + why.getMessage(), why);
    }
  }

  /** Runs a job; returns the worker, or null where it is to be replaced. */
  private Child attempt(int slot, Child child, Job job, Desk given) throws InterruptedException {
    tell(() -> listener.started(slot, job));
    Assignment assignment =
        new Assignment(child, job, m -> news(slot, job, m), workers.patience().grace());
    Optional<Outcome> outcome = assignment.run(logs.apply(job.id()));
    if (!assignment.fit()) {
      crew.end(child);
    }
    if (!crew.closed() && outcome.isPresent()) {
      tell(() -> listener.finished(slot, job, outcome.get()));
      given.ended(job, outcome.get());
    } else {
      tell(() -> listener.putDown(slot, job));
      given.leave();
    }
    return assignment.fit() ? child : null;
  }

  private void news(int slot, Job job, Message message) {
    tell(() -> message.pass(listener, slot, job));
  }

  private void tell(Runnable news) {
    synchronized (listener) {
      if (!crew.closed()) {
        news.run();
      }
    }
  }

  /** Asks all trials to be put down; {@link #run} returns when they are. */
  public void stop() {
    crew.stop();
    Optional.ofNullable(desk.get()).ifPresent(Desk::stop);
  }

  /** Whether it was stopped, and need not have done all it was asked for. */
  public boolean stopped() {
    return crew.stopping();
  }

  /** Ends all workers at once; trials under way are lost, finished ones are not. */
  @Override
  public void close() {
    crew.close();
    Optional.ofNullable(desk.get()).ifPresent(Desk::stop);
  }
}
