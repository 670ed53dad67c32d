package io.squeezelab.cli;

import io.squeezelab.agenda.Start;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.live.web.Site;
import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Outcome.Ending;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab retry}: runs again what did not complete, as the results folder has it. */
@Command(name = "retry", description = "Runs again the trials in a folder that did not complete.")
final class RetryCommand implements Callable<Integer> {
  /** The ways in which a trial can end that may end otherwise the next time. */
  static final Set<Ending> UNFINISHED =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Ending.COMPLETED, Ending.STOPPED)));

  @Parameters(paramLabel = "DIR", description = "a results folder")
  private Path folder;

  @Option(
      names = "--only",
      paramLabel = "ENDING",
      split = ",",
      description = "those that ended so: failed, out-of-memory, timed-out, diverged; all of them")
  private List<String> only;

  @Mixin private RunOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    return options.served(spec.commandLine().getErr(), this::retry);
  }

  private int retry(Site site) throws InterruptedException {
    Set<Ending> endings =
        only == null
            ? UNFINISHED
            : only.stream().map(RetryCommand::ending).collect(Collectors.toSet());
    Folder kept = new Folder(folder);
    Experiment experiment = kept.kept().experiment();
    Go go = new Go(experiment, kept, options, site, spec.commandLine());
    try (TrialLog log = kept.open()) {
      List<Result> stored = go.stored();
      Start start =
          Start.again(experiment, stored, options.orders(kept, experiment.run()), endings);
      Set<String> arms = start.ahead().stream().map(job -> job.arm()).collect(Collectors.toSet());
      go.check(experiment.arms().stream().filter(arm -> arms.contains(arm.label())));
      return go.run(start, stored, ArmLog.none(), log);
    }
  }

  private static Ending ending(String word) {
    for (Ending ending : UNFINISHED) {
      if (Names.kebab(ending.name()).equals(word)) {
        return ending;
      }
    }
    List<String> allowed = UNFINISHED.stream().map(e -> Names.kebab(e.name())).sorted().toList();
    throw new Problem("--only", Names.unknown("ending", word, allowed));
  }
}
