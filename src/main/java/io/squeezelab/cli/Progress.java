package io.squeezelab.cli;

import io.squeezelab.engine.Hardware;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.sweep.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How far an experiment has come, by the results that are stored. */
record Progress(
    Experiment experiment, List<Result> stored, List<String> warnings, Map<String, Result> last) {

  static Progress of(Experiment experiment, Folder folder) {
    TrialLog.Contents contents = TrialLog.read(folder.path());
    Map<String, Result> last = new HashMap<>();
    contents.results().forEach(result -> last.put(result.id(), result));
    return new Progress(experiment, contents.results(), contents.warnings(), last);
  }

  /** Of an experiment that starts anew. */
  static Progress none(Experiment experiment) {
    return new Progress(experiment, List.of(), List.of(), Map.of());
  }

  /** The trials that have no result yet, in the order in which they are to run. */
  List<Job> missing() {
    return jobs(false);
  }

  /**
   * @param again whether trials that ended without completing are to run once more
   */
  List<Job> jobs(boolean again) {
    List<Job> jobs = new ArrayList<>();
    for (Planned planned : experiment.trials()) {
      String id = planned.trial().id();
      Result before = last.get(id);
      if (before == null || again && !before.outcome().completed()) {
        int attempt = before == null ? 1 : before.attempt() + 1;
        jobs.add(new Job(id, planned.arm(), planned.trial(), attempt));
      }
    }
    return jobs;
  }

  /** Completed trials, by arm. */
  Map<String, Long> completed() {
    Map<String, Long> completed = new HashMap<>();
    for (Planned planned : experiment.trials()) {
      Result result = last.get(planned.trial().id());
      if (result != null && result.outcome().completed()) {
        completed.merge(planned.arm(), 1L, Long::sum);
      }
    }
    return completed;
  }

  /** Trials of the experiment whose last attempt did not complete. */
  List<Result> failed() {
    return experiment.trials().stream()
        .map(planned -> last.get(planned.trial().id()))
        .filter(result -> result != null && !result.outcome().completed())
        .toList();
  }

  /** What to say where some of the results were computed on another kind of device. */
  Optional<String> mixed(Hardware hardware) {
    String kind = hardware.gpu() ? "gpu" : "cpu";
    long others =
        experiment.trials().stream()
            .map(planned -> last.get(planned.trial().id()))
            .filter(result -> result != null && result.outcome().completed())
            .filter(result -> !result.outcome().provenance().device().startsWith(kind))
            .count();
    return others == 0
        ? Optional.empty()
        : Optional.of(
            Table.plural(others, "result")
                + " here did not come from a "
                + kind
                + ": devices round differently, so compare with care, or use another --results");
  }

  /**
   * What to say where trials completed without something that was asked for.
   *
   * @param what the option that asks for it
   * @param where it would be, by trial
   */
  Optional<String> without(String what, Function<String, Path> where) {
    List<String> ids =
        experiment.trials().stream()
            .map(planned -> last.get(planned.trial().id()))
            .filter(result -> result != null && result.outcome().completed())
            .map(Result::id)
            .filter(id -> !Files.exists(where.apply(id)))
            .toList();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    Path first = where.apply(ids.get(0));
    String here = Table.plural(ids.size(), "completed trial") + " here without ";
    String again = "; this runs one again and records it: squeezelab trial ";
    Path folder = first.getParent().getParent().getParent();
    String trial = folder + " " + ids.get(0) + " --" + what;
    return Optional.of(here + first.getFileName() + again + trial);
  }

  String sentence() {
    int all = experiment.trials().size();
    int missing = missing().size();
    String arms = Table.plural(experiment.arms().size(), "arm");
    String counts =
        "%s, %s each: %s; %d with a result, %d to run."
            .formatted(
                arms,
                Table.plural(experiment.seeds().size(), "seed"),
                Table.plural(all, "trial"),
                all - missing,
                missing);
    OptionalDouble seconds = typicalSeconds();
    return seconds.isEmpty() || missing == 0
        ? counts
        : counts
            + " By the trials so far the rest takes about %s of one worker's time."
                .formatted(Table.duration(missing * seconds.getAsDouble()));
  }

  private OptionalDouble typicalSeconds() {
    return last.values().stream()
        .filter(result -> result.outcome().completed())
        .mapToDouble(result -> result.outcome().seconds())
        .average();
  }
}
