package io.squeezelab.cli;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How far an experiment has come, by the results that are stored. */
record Progress(Experiment experiment, Map<String, Result> last) {

  static Progress of(Experiment experiment, Folder folder) {
    return of(experiment, TrialLog.read(folder.path()).results());
  }

  static Progress of(Experiment experiment, List<Result> stored) {
    Map<String, Result> last = new HashMap<>();
    stored.forEach(result -> last.put(result.id(), result));
    return new Progress(experiment, last);
  }

  /** The trials that have no result yet, in the order in which they are to run. */
  List<Planned> missing() {
    return experiment.trials().stream()
        .filter(planned -> !last.containsKey(planned.trial().id()))
        .toList();
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
                .formatted(Numbers.duration(missing * seconds.getAsDouble()));
  }

  private OptionalDouble typicalSeconds() {
    return last.values().stream()
        .filter(result -> result.outcome().completed())
        .mapToDouble(result -> result.outcome().seconds())
        .average();
  }
}
