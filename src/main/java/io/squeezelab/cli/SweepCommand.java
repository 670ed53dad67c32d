package io.squeezelab.cli;

import io.squeezelab.agenda.Start;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.live.web.Site;
import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Elsewhere;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Check;
import io.squeezelab.trial.Outcome.Ending;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  @Mixin private RunOptions options;
  @Mixin private ReuseOption reuse;

  @Option(names = "--fresh", description = "put the results so far aside and start anew")
  private boolean fresh;

  @Option(names = "--retry", description = "also run again what did not complete before")
  private boolean retry;

  @Option(names = "--max-trials", paramLabel = "N", description = "run at most so many trials now")
  private Integer most;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    return options.served(spec.commandLine().getErr(), this::sweep);
  }

  private int sweep(Site site) throws InterruptedException {
    Check.that(most == null || most >= 1, "--max-trials", "must be at least 1, is " + most);
    Experiment experiment = ExperimentFile.read(file);
    Folder folder = results.folder(experiment);
    List<Elsewhere> others = reuse.opened(folder);
    PrintWriter out = spec.commandLine().getOut();
    Go go = new Go(experiment, folder, options, site, spec.commandLine());
    others.forEach(other -> other.warnings().forEach(go::hint));
    boolean anew = fresh || !folder.hasResults();
    if (anew) {
      go.check(experiment.arms().stream()); // before anything is put aside or written
    }
    if (fresh) {
      folder.putAside().ifPresent(old -> out.println("The results so far are in " + old));
    }
    try (TrialLog log = folder.open()) {
      List<Result> stored = new ArrayList<>(go.stored());
      if (!others.isEmpty()) {
        stored.addAll(taken(start(experiment, folder, stored, 0), folder, log, others));
      }
      Start start = start(experiment, folder, stored, most == null ? 0 : most);
      if (!anew && !start.ahead().isEmpty()) {
        go.check(experiment.arms().stream());
      }
      folder.keep(experiment);
      tell(start.foreign(), stored.size(), out);
      return go.run(start, stored, ArmLog.in(folder), log);
    }
  }

  private List<Result> taken(Start start, Folder folder, TrialLog log, List<Elsewhere> others) {
    ReuseOption.Taken taken = ReuseOption.into(folder, log, start, options, others);
    spec.commandLine().getOut().println(taken.sentence());
    return taken.results();
  }

  private Start start(Experiment experiment, Folder folder, List<Result> stored, int limit) {
    Set<Ending> again = retry ? RetryCommand.UNFINISHED : Set.of();
    return new Start(experiment, stored, options.orders(folder, experiment.run()), again, limit);
  }

  private static void tell(long others, int all, PrintWriter out) {
    if (others > 0) {
      out.printf(
          "The experiment has changed: %d of %d results here are not of it as it is now; they stay,"
              + " and no table counts them.%n",
          others, all);
    }
  }
}
