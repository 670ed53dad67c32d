package io.squeezelab.sweep;

import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Pace;
import io.squeezelab.trial.Earlier;
import io.squeezelab.trial.Execution;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Remains;
import io.squeezelab.trial.Watcher;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Runs jobs one after another in this process: for debuggers. */
record InProcess(
    Workers workers, Function<String, Path> logs, Listener listener, BooleanSupplier stop) {

  void run(Desk desk) throws InterruptedException {
    Execution execution = new Execution(workers.shelf(), workers.device(0));
    String engine = execution.start();
    for (Optional<Job> next = desk.next(); next.isPresent(); next = desk.next()) {
      Job job = next.get();
      try (Log log = new Log()) {
        log.start(logs.apply(job.id()), job);
        listener.started(0, job);
        Told told = new Told(job, log, engine);
        Optional<Outcome> ended = execution.run(job.trial(), job.conditions(), told);
        Optional<Outcome> outcome = ended.or(told::outcome);
        outcome.ifPresent(log::end);
        outcome.ifPresentOrElse(o -> listener.finished(0, job, o), () -> listener.putDown(0, job));
        outcome.ifPresentOrElse(o -> desk.ended(job, o), desk::leave);
      }
    }
  }

  /** Passes on what a trial tells, and keeps it in the log. */
  final class Told implements Watcher {
    private final Job job;
    private final Log log;
    private final Remains remains;

    Told(Job job, Log log, String engine) {
      this.job = job;
      this.log = log;
      remains = new Remains(job.conditions(), engine, workers.device(0));
    }

    /** Of a trial that was put down because its time was over. */
    Optional<Outcome> outcome() {
      return late()
          ? Optional.of(remains.outcome(Ending.TIMED_OUT, Assignment.late(job)))
          : Optional.empty();
    }

    private boolean late() {
      return Assignment.late(job.timeOut(), remains.seconds());
    }

    @Override
    public boolean stopping() {
      return stop.getAsBoolean() || late();
    }

    @Override
    public void note(String text) {
      log.note(text);
    }

    @Override
    public void epoch(Epoch epoch) {
      log.epoch(epoch);
      remains.epoch(epoch);
      listener.epoch(0, job, epoch);
    }

    @Override
    public void earlier(Earlier parts) {
      remains.goFrom(parts);
    }

    @Override
    public void pace(Pace pace) {
      listener.pace(0, job, pace);
    }

    @Override
    public Path weights() {
      return job.weights(logs.apply(job.id()));
    }

    @Override
    public boolean wantsGates() {
      return job.gates();
    }

    @Override
    public void gates(Gates gates) {
      listener.gates(0, job, gates);
    }

    @Override
    public void trouble(Throwable failure) {
      log.trouble(failure);
    }
  }
}
