package io.squeezelab.cli;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.ArmSpace;
import io.squeezelab.experiment.Expansion;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.search.Grid;
import io.squeezelab.spec.Family;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  String counts() {
    if (!open()) {
      long missing = missing().size();
      return "%s; %d with a result, %d to run."
          .formatted(
              amount(experiment.arms().size()), experiment.trials().size() - missing, missing);
    }
    OptionalInt most = most();
    return (most.isEmpty()
            ? "No number of arms is known before"
            : "At most " + amount(most.getAsInt()))
        + "; %d with a result. The search, %s, asks for arms as outcomes come."
            .formatted(known().size(), Family.name(experiment.search().getClass()));
  }

  /** The same, and what the rest takes by the trials so far. */
  String sentence() {
    OptionalDouble seconds = typicalSeconds();
    long left = open() ? most().orElse(0) * seeds() - known().size() : missing().size();
    return seconds.isEmpty() || left <= 0
        ? counts()
        : counts()
            + " By the trials so far the rest takes about %s of one worker's time."
                .formatted(Numbers.duration(left * seconds.getAsDouble()));
  }

  /** Whether the arms depend on outcomes. */
  private boolean open() {
    ArmSpace space = experiment.space();
    return space != null && experiment.search().points(space).isEmpty();
  }

  private long seeds() {
    return experiment.seeds().size();
  }

  /** Of a search that looks at outcomes; the baseline is among what it asks for, or beside it. */
  private OptionalInt most() {
    OptionalInt asked = experiment.search().most();
    int beside = experiment.arms().size() - (experiment.space().baseline().isPresent() ? 1 : 0);
    long there = counted().map(Expansion::left).orElse((long) Integer.MAX_VALUE);
    return asked.isEmpty()
        ? asked
        : OptionalInt.of((int) Math.min(asked.getAsInt(), there) + beside);
  }

  /** What became of the combinations, where all were looked at. */
  private Optional<Expansion> counted() {
    return experiment.space().expansion().filter(Expansion::whole);
  }

  /** Ids with a result, of trials that the experiment has as far as that can be told. */
  private Set<String> known() {
    Set<String> known = new HashSet<>(last.keySet());
    if (!last.isEmpty() && counted().isPresent()) {
      ArmSpace space = experiment.space();
      List<Arm> combined = new Grid().points(space).orElseThrow().stream().map(space::arm).toList();
      known.retainAll(
          Stream.concat(experiment.arms().stream(), combined.stream())
              .flatMap(arm -> experiment.seeds().stream().map(seed -> arm.recipe().with(seed).id()))
              .collect(Collectors.toSet()));
    }
    return known;
  }

  private String amount(int arms) {
    return "%s, %s each: %s"
        .formatted(
            Table.plural(arms, "arm"),
            Table.plural(seeds(), "seed"),
            Table.plural(arms * seeds(), "trial"));
  }

  private OptionalDouble typicalSeconds() {
    return last.values().stream()
        .filter(result -> result.outcome().completed())
        .mapToDouble(result -> result.outcome().seconds())
        .average();
  }
}
