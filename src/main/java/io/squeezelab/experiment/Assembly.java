package io.squeezelab.experiment;

import io.squeezelab.search.Point;
import io.squeezelab.spec.Problem;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts combinations of levels together: outer fields before those inside of them, whatever their
 * order in the file, so that a field that exists under some values of another is set under those
 * and has no meaning elsewhere.
 */
final class Assembly {
  /** Stages that are kept at once; each holds a part of a trial's tree. */
  private static final int MOST_KEPT = 20_000;

  private final Draft base;
  private final List<Axis> axes;
  private final Set<Change> made = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Change, Problem> unmade = new IdentityHashMap<>();
  private Stage root;
  private int steps;

  Assembly(Draft base, List<Axis> axes) {
    this.base = base;
    this.axes = List.copyOf(axes);
    this.root = new Stage(base);
  }

  List<Axis> axes() {
    return axes;
  }

  /**
   * @param point where an axis is absent that has a meaning all the same, it has its first level
   */
  Combination at(Point point) {
    Placing placing = new Placing(axes, point);
    Stage stage = root;
    for (Change next = placing.next(stage); next != null; next = placing.next(stage)) {
      made.add(next);
      stage = stage.with(next);
      steps++;
    }
    for (Change change : placing.left(stage)) {
      unmade.putIfAbsent(change, stage.route(change).refusal());
    }
    if (steps > MOST_KEPT) {
      root = new Stage(base);
      steps = 0;
    }
    return placing.done(stage);
  }

  /**
   * @throws Problem if a change that was asked for could be made in no combination so far
   */
  void check() {
    for (Axis axis : axes) {
      for (Change change : axis.changes()) {
        if (unmade.containsKey(change) && !made.contains(change)) {
          throw unmade.get(change);
        }
      }
    }
  }
}
