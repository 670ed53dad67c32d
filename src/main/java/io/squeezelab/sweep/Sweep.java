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
  private final Sharing sharing;
  private final Listener listener;
  private final Function<String, Path> logs;
  private final AtomicReference<Throwable> trouble = new AtomicReference<>();
  private final AtomicReference<Desk> desk = new AtomicReference<>();

  private volatile boolean stopped;

  /**
   * @param logs where the log of a trial goes, by its id
   */
  public Sweep(Workers workers, Function<String, Path> logs, Listener listener) {
    this.workers = workers;
    this.crew = new Crew(workers);
    this.sharing = new Sharing(workers);
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

  private void serve(int number, Desk given) {
    try (Workplace slot = new Workplace(number, workers, crew, sharing)) {
      for (Optional<Job> job = given.next(); job.isPresent(); job = given.next()) {
        try {
          if (slot.staffed()) {
            run(number, slot, job.get(), given);
          }
        } catch (IOException e) {
          postpone(given, job.get(), e);
        }
      }
    } catch (Throwable e) { // an Error too: without this thread its jobs would be lost in silence
      trouble.compareAndSet(null, e);
      close();
    }
  }

  /** A job for which no worker starts is for others, or for later, when memory is free. */
  private static void postpone(Desk given, Job job, IOException why) throws InterruptedException {
    if (!given.back(job)) {
      throw new BadInput("a worker did not start: " + why.getMessage(), why);
    }
  }

  private void run(int number, Workplace slot, Job job, Desk given) throws InterruptedException {
    tell(() -> listener.started(number, job));
    Optional<Outcome> outcome = slot.run(job, logs.apply(job.id()), m -> news(number, job, m));
    if (!crew.closed() && outcome.isPresent()) {
      tell(() -> listener.finished(number, job, outcome.get()));
      given.ended(job, outcome.get());
    } else {
      tell(() -> listener.putDown(number, job));
      given.leave();
    }
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
    stopped = true;
    Optional.ofNullable(desk.get()).ifPresent(Desk::stop); // first: who is done finds no other job
    crew.stop();
  }

  /** Whether it was stopped, and need not have done all it was asked for. */
  public boolean stopped() {
    return stopped;
  }

  /** Ends all workers at once; trials under way are lost, finished ones are not. */
  @Override
  public void close() {
    crew.close();
    Optional.ofNullable(desk.get()).ifPresent(Desk::stop);
  }
}
