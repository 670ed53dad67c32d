package io.squeezelab.cli;

import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.results.Folder;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Check;
import io.squeezelab.sweep.Job;
import io.squeezelab.sweep.Workers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab sweep}: runs what an experiment lacks, then writes its report. */
@Command(name = "sweep", description = "Runs an experiment, or the rest of it; writes its report.")
final class SweepCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the experiment file")
  private Path file;

  @Mixin private ResultsOption results;
  @Mixin private ShelfOption data;

  @Mixin private SlotOptions slots;

  @Option(names = "--fresh", description = "put the results so far aside and start anew")
  private boolean fresh;

  @Option(names = "--retry", description = "also run again what failed before")
  private boolean retry;

  @Option(names = "--max-trials", paramLabel = "N", description = "run at most so many trials now")
  private Integer most;

  @Option(names = "--gates", description = "also record each trial's gates: trials/ID/gates.json")
  private boolean gates;

  @Option(
      names = "--weights",
      description = "also keep each trial's tested weights: trials/ID/weights.safetensors")
  private boolean weights;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Experiment experiment = ExperimentFile.read(file);
    Workers crew = slots.workers(threads(experiment), data.shelf());
    Check.that(most == null || most >= 1, "--max-trials", "must be at least 1, is " + most);
    Folder folder = results.folder(experiment);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = fresh ? Progress.none(experiment) : Progress.of(experiment, folder);
    if (progress.jobs(retry).isEmpty()) {
      out.println("nothing to do: " + progress.sentence());
    } else {
      data.check(experiment.arms().stream().map(arm -> arm.recipe()));
    }
    slots.require(); // before anything is put aside or written
    if (fresh) {
      folder.putAside().ifPresent(old -> out.println("The results so far are in " + old));
    }
    List<Job> asked;
    try (TrialLog log = folder.open(experiment, out)) {
      Progress now = Progress.of(experiment, folder); // another sweep may have ended just before
      now.warnings().forEach(warning -> err.println("squeezelab: " + warning));
      now.mixed(crew.device(0)).ifPresent(warning -> err.println("squeezelab: " + warning));
      asked = limited(now.jobs(retry));
      if (!new Run(experiment, folder, log, err).of(asked, crew)) {
        return Main.STOPPED;
      }
    }
    new Conclusion(folder).write(out, err);
    Progress now = Progress.of(experiment, folder);
    now.failed().forEach(result -> out.println(Run.complaint(folder, result)));
    if (gates) {
      now.without("gates", folder::gates).ifPresent(hint -> err.println("squeezelab: " + hint));
    }
    if (weights) {
      now.without("weights", folder::weights).ifPresent(hint -> err.println("squeezelab: " + hint));
    }
    boolean whole = complete(asked, now, err);
    return whole && now.failed().isEmpty() ? Main.DONE : Main.SOME_FAILED;
  }

  /** Says so where a trial that was to run has left no result. */
  private static boolean complete(List<Job> asked, Progress now, PrintWriter err) {
    long missing = asked.stream().filter(job -> !now.last().containsKey(job.id())).count();
    if (missing > 0) {
      String trials = Table.plural((int) missing, "trial");
      err.println("squeezelab: no result of " + trials + "; run the same command again to go on");
    }
    return missing == 0;
  }

  private List<Job> limited(List<Job> jobs) {
    List<Job> some = most == null || most >= jobs.size() ? jobs : jobs.subList(0, most);
    return some.stream().map(job -> job.keeping(gates, weights)).toList();
  }

  private static int threads(Experiment experiment) {
    return experiment.arms().stream().mapToInt(a -> a.recipe().train().threads()).max().orElse(1);
  }
}
