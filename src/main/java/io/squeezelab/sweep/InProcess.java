package io.squeezelab.sweep;

import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Execution;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Watcher;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Runs jobs one after another in this process: for debuggers, and for a single trial. */
public final class InProcess {
  private InProcess() {}

  public static void run(
      Workers workers, List<Job> jobs, Function<String, Path> logs, Listener listener) {
    Execution execution = new Execution(workers.shelf(), workers.hardware());
    execution.start();
    for (Job job : jobs) {
      try (Log log = new Log()) {
        log.start(logs.apply(job.id()), job);
        listener.started(0, job);
        Outcome outcome =
            execution.run(
                job.trial(), new Told(job, job.weights(logs.apply(job.id())), log, listener));
        log.end(outcome);
        listener.finished(0, job, outcome);
      }
    }
  }

  /** Passes on what a trial tells, and keeps it in the log. */
  private record Told(Job job, Path weights, Log log, Listener listener) implements Watcher {
    @Override
    public void note(String text) {
      log.note(text);
    }

    @Override
    public void epoch(Epoch epoch) {
      log.epoch(epoch);
      listener.epoch(0, job, epoch);
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
