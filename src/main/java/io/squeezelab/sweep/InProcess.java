package io.squeezelab.sweep;

import io.squeezelab.trial.Execution;
import io.squeezelab.trial.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Runs jobs one after another in this process: for debuggers, and for a single trial. */
public final class InProcess {
  private InProcess() {}

  public static void run(
      Workers workers, List<Job> jobs, Function<String, Path> logs, Sweep.Listener listener) {
    Execution execution = new Execution(workers.shelf(), workers.hardware());
    execution.start();
    for (Job job : jobs) {
      try (Log log = new Log()) {
        log.start(logs.apply(job.id()), job);
        listener.started(0, job);
        Outcome outcome =
            execution.run(
                job.trial(),
                epoch -> {
                  log.epoch(epoch);
                  listener.epoch(0, job, epoch);
                },
                log::trouble);
        log.end(outcome);
        listener.finished(0, job, outcome);
      }
    }
  }
}
