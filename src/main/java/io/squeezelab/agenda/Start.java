package io.squeezelab.agenda;

import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Result;
import io.squeezelab.search.Point;
import io.squeezelab.search.Strategy;
import io.squeezelab.trial.Outcome.Ending;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a sweep starts from.
 *
 * @param stored results so far, in their order
 * @param orders what its jobs have in common
 * @param retried trials whose last attempt ended so run again, with all their retries
 * @param most trials of this run; 0 for no limit
 */
public record Start(
    Experiment experiment, List<Result> stored, Orders orders, Set<Ending> retried, int most) {

  /** All that the experiment wants. */
  public Course course(ArmLog log) {
    Arms arms = new Arms(experiment);
    Strategy strategy =
        experiment.space() == null
            ? null
            : experiment.search().start(experiment.space(), experiment.seeds());
    Wishes wishes =
        strategy == null
            ? Wishes.of(wishes(arms, experiment.arms()))
            : new Joined(strategy, arms, experiment.seeds());
    if (strategy != null) {
      recall(arms, strategy);
    }
    return course(wishes, arms, log);
  }

  /** Only those of its trials that {@link #retried} is about. */
  public Course again() {
    Map<String, Ending> last = new HashMap<>();
    stored.forEach(result -> last.put(result.id(), result.outcome().ending()));
    Arms arms = new Arms(experiment);
    List<Wish> wanted =
        wishes(arms, experiment.arms()).stream()
            .filter(wish -> retried.contains(last.get(wish.id())))
            .toList();
    return course(Wishes.of(wanted), arms, ArmLog.none());
  }

  private List<Wish> wishes(Arms arms, List<Arm> of) {
    return experiment.seeds().stream()
        .flatMap(seed -> of.stream().map(arm -> arms.wish(arm, seed)))
        .toList();
  }

  private Course course(Wishes wishes, Arms arms, ArmLog log) {
    Ledger ledger = new Ledger(new Retries(orders.run().retry()));
    stored.forEach(result -> ledger.add(result.id(), result.attempt(), result.outcome()));
    stored.forEach(result -> ledger.past(result.id()).forgive(retried));
    Limits limits = new Limits(experiment.budget(), orders.run(), most, System::nanoTime);
    if (experiment.budget().counts()) {
      each(arms, id -> limits.stored(id, ledger.past(id)));
    }
    return new Course(wishes, ledger, limits, orders, log);
  }

  /** Every trial that is known beforehand. */
  private void each(Arms arms, Consumer<String> what) {
    for (long seed : experiment.seeds()) {
      arms.beside().forEach(arm -> what.accept(arms.id(arm, seed)));
      arms.points().forEach(point -> what.accept(arms.id(arms.at(point), seed)));
    }
  }

  private void recall(Arms arms, Strategy strategy) {
    record Place(Point point, long seed) {}
    Map<String, Place> places = new HashMap<>();
    for (Point point : stored.isEmpty() ? List.<Point>of() : arms.points()) {
      for (long seed : experiment.seeds()) {
        places.put(arms.id(arms.at(point), seed), new Place(point, seed));
      }
    }
    for (Result result : stored) {
      Place place = places.get(result.id());
      if (place != null) {
        strategy.recall(place.point(), place.seed(), result.outcome());
      }
    }
  }
}
