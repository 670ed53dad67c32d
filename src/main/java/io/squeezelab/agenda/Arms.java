package io.squeezelab.agenda;

import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.results.Result;
import io.squeezelab.search.Ask;
import io.squeezelab.search.Point;
import io.squeezelab.search.Strategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arms of an experiment: those that its search chooses from, and those beside it. */
final class Arms {
  private final Experiment experiment;
  private final Optional<List<Point>> points;
  private final List<Arm> beside = new ArrayList<>();
  private final Map<String, Arm> besideByTrial = new HashMap<>();
  private final Set<String> labels = new HashSet<>();
  private final Map<Point, Arm> found = new HashMap<>();
  private final Map<Arm, Map<Long, String>> ids = new IdentityHashMap<>();

  Arms(Experiment experiment) {
    this.experiment = experiment;
    boolean searched = experiment.space() != null;
    points = searched ? experiment.search().points(experiment.space()) : Optional.of(List.of());
    Set<String> chosen = new HashSet<>();
    points.orElse(List.of()).forEach(point -> chosen.add(experiment.space().arm(point).label()));
    for (Arm arm : experiment.arms()) {
      labels.add(arm.label());
      if (!chosen.contains(arm.label())) {
        beside.add(arm);
        besideByTrial.put(arm.recipe().with(0).id(), arm);
      }
    }
  }

  /** Those that always run. */
  List<Arm> beside() {
    return beside;
  }

  /** Whether all arms are known before anything runs. */
  boolean known() {
    return points.isPresent();
  }

  /** Labels of the arms that are known before anything runs. */
  Set<String> listed() {
    return labels;
  }

  /** The combinations that the search chooses from, where they are known beforehand. */
  List<Point> points() {
    return points.orElse(List.of());
  }

  /** The arm at a point: one of those beside the search where it is the same trial. */
  Arm at(Point point) {
    return found.computeIfAbsent(point, this::find);
  }

  private Arm find(Point point) {
    Arm arm = experiment.space().arm(point);
    if (besideByTrial.isEmpty()) {
      return arm;
    }
    return besideByTrial.getOrDefault(arm.recipe().with(0).id(), arm);
  }

  /** The id of an arm's trial. */
  String id(Arm arm, long seed) {
    return ids.computeIfAbsent(arm, a -> new HashMap<>())
        .computeIfAbsent(seed, s -> arm.recipe().with(s).id());
  }

  Wish wish(Arm arm, long seed) {
    return new Wish(id(arm, seed), arm, arm.recipe().with(seed), 0, null);
  }

  Wish wish(Ask ask) {
    Arm arm = at(ask.point());
    boolean whole = ask.epochs() >= arm.recipe().train().epochs();
    int until = whole ? 0 : ask.epochs();
    return new Wish(id(arm, ask.seed()), arm, arm.recipe().with(ask.seed()), until, ask);
  }

  /** Tells a search what was stored of the arms that it chooses from, line by line. */
  void recall(List<Result> stored, Strategy strategy) {
    record Place(Point point, long seed) {}
    Map<String, Place> places = new HashMap<>();
    for (Point point : stored.isEmpty() ? List.<Point>of() : points()) {
      for (long seed : experiment.seeds()) {
        places.put(id(at(point), seed), new Place(point, seed));
      }
    }
    for (Result result : stored) {
      Place place = places.get(result.id());
      if (place != null) {
        strategy.recall(place.point(), place.seed(), result.outcome().untested());
      }
    }
  }
}
