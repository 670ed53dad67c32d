package io.squeezelab.cli;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.search.Search;
import io.squeezelab.spec.Family;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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

  /** {@code 5 arms, 4 seeds each: 20 trials; 3 with a result, 17 to run.} */
  String sentence() {
    Search search = experiment.search();
    boolean open = experiment.space() != null && search.points(experiment.space()).isEmpty();
    long missing = missing().size();
    long all = experiment.trials().size();
    if (!open) {
      String counts = "%s; %d with a result, %d to run.";
      return rest(
          counts.formatted(amount(experiment.arms().size()), all - missing, missing), missing);
    }
    String asked =
        "; %d with a result. The search, %s, asks for arms as outcomes come."
            .formatted(last.size(), Family.name(search.getClass()));
    OptionalInt most = most();
    return most.isEmpty()
        ? "No number of arms is known before" + asked
        : rest(
            "At most " + amount(most.getAsInt()) + asked,
            (long) most.getAsInt() * experiment.seeds().size() - last.size());
  }

  /** The baseline is one of those that the search asks for, where it is a combination. */
  private OptionalInt most() {
    OptionalInt asked = experiment.search().most();
    int known = experiment.arms().size() - (experiment.space().baseline().isPresent() ? 1 : 0);
    return asked.isEmpty() ? asked : OptionalInt.of(asked.getAsInt() + known);
  }

  private String amount(int arms) {
    int seeds = experiment.seeds().size();
    return "%s, %s each: %s"
        .formatted(
            Table.plural(arms, "arm"),
            Table.plural(seeds, "seed"),
            Table.plural((long) arms * seeds, "trial"));
  }

  private String rest(String counts, long missing) {
    OptionalDouble seconds = typicalSeconds();
    return seconds.isEmpty() || missing <= 0
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
