package io.squeezelab.cli;

import io.squeezelab.agenda.Start;
import io.squeezelab.analysis.Study;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Searches that say how far a trial trains. */
  private static final Set<String> RUNGS = Set.of("halving", "asha");

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
    refuseSearch(kept.kept().search());
    Go go = new Go(experiment, kept, options, site, spec.commandLine());
    try (TrialLog log = kept.open()) {
      List<Result> stored = go.stored();
      if (unfinished(kept, stored).noneMatch(endings::contains)) {
        spec.commandLine().getOut().println(nothing(endings, unfinished(kept, stored)));
        return Main.DONE;
      }
      Start start =
          Start.again(experiment, stored, options.orders(kept, experiment.run()), endings);
      Set<String> arms = start.ahead().stream().map(job -> job.arm()).collect(Collectors.toSet());
      go.check(experiment.arms().stream().filter(arm -> arms.contains(arm.label())));
      return go.run(start, stored, ArmLog.none(), log);
    }
  }

  /** It says how far a trial may train, and a retry here would train it to its end. */
  private static void refuseSearch(String search) {
    if (RUNGS.contains(search)) {
      throw new Problem(
          "retry",
          "cannot be had of a search by "
              + search
              + ", which decides how far a trial goes on: run squeezelab sweep FILE --retry");
    }
  }

  /** How the trials of the experiment ended that did not complete. */
  private static Stream<Ending> unfinished(Folder folder, List<Result> stored) {
    return Study.of(folder.kept(), stored).current().stream()
        .map(result -> result.outcome().ending())
        .filter(UNFINISHED::contains);
  }

  /** {@code nothing to do: no trial ended as failed (2 timed-out)}. */
  private static String nothing(Set<Ending> wanted, Stream<Ending> others) {
    String named =
        wanted.stream().sorted().map(RetryCommand::word).collect(Collectors.joining(" or "));
    Map<String, Long> counts =
        others.collect(
            Collectors.groupingBy(RetryCommand::word, TreeMap::new, Collectors.counting()));
    String rest =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    String also = rest.isEmpty() ? "" : " (" + rest + ")";
    return "nothing to do: no trial ended as " + named + also;
  }

  private static String word(Ending ending) {
    return Names.kebab(ending.name());
  }

  private static Ending ending(String word) {
    for (Ending ending : UNFINISHED) {
      if (word(ending).equals(word)) {
        return ending;
      }
    }
    List<String> allowed = UNFINISHED.stream().map(RetryCommand::word).sorted().toList();
    throw new Problem("--only", Names.unknown("ending", word, allowed));
  }
}
