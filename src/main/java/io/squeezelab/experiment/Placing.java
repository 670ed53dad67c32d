package io.squeezelab.experiment;

import io.squeezelab.search.Point;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The changes of one combination that are still to be made, and which of them is next. */
final class Placing {
  /** A change, and the number of the axis that asks for it. */
  private record Step(int axis, Change change) {}

  private final List<Axis> axes;
  private final int[] wanted;
  private final Integer[] meant;
  private final Integer[] canonical;
  private final List<Step> left = new ArrayList<>();

  Placing(List<Axis> axes, Point point) {
    this.axes = axes;
    this.wanted = point.levels().stream().mapToInt(level -> Math.max(0, level)).toArray();
    this.meant = new Integer[axes.size()];
    Arrays.fill(meant, Point.ABSENT);
    this.canonical = meant.clone();
    for (int axis = 0; axis < axes.size(); axis++) {
      int index = axis;
      Level level = axes.get(axis).levels().get(wanted[axis]);
      level.changes().forEach(change -> left.add(new Step(index, change)));
    }
  }

  /**
   * Takes the next change out: one of a field that lies in no other's, in the order of the file.
   * Paths in full come before short ones, which mean what is there when all else is.
   *
   * @return null where no change is left that can be made
   */
  Change next(Stage stage) {
    Step next = first(stage, true);
    if (next == null) {
      next = first(stage, false);
    }
    if (next == null) {
      return null;
    }
    left.remove(next);
    refuseTwice(stage, next);
    Axis axis = axes.get(next.axis());
    int level = wanted[next.axis()];
    List<Change> later = left.stream().map(Step::change).toList();
    int first = axis.paired() ? level : stage.first(axis, level, later);
    meant[next.axis()] = level;
    canonical[next.axis()] = first;
    return axis.paired() ? next.change() : axis.levels().get(first).changes().get(0);
  }

  private Step first(Stage stage, boolean full) {
    for (Step step : left) {
      String path = stage.route(step.change()).path();
      boolean able = path != null && path.equals(step.change().path()) == full;
      if (able && left.stream().noneMatch(other -> Route.holds(path(stage, other), path))) {
        return step;
      }
    }
    return null;
  }

  private static String path(Stage stage, Step step) {
    String path = stage.route(step.change()).path();
    return path == null ? step.change().path() : path;
  }

  private void refuseTwice(Stage stage, Step next) {
    String path = path(stage, next);
    for (Step other : left) {
      if (path(stage, other).equals(path)) {
        String both = axes.get(next.axis()).name() + "' and '" + axes.get(other.axis()).name();
        throw new Problem(
            other.change().origin(), "'" + both + "' both set " + path + "; one axis may");
      }
    }
  }

  /** What could not be made. */
  List<Change> left(Stage stage) {
    List<Change> changes = left.stream().map(Step::change).toList();
    for (Change change : changes) {
      if (stage.route(change).several()) {
        throw stage.route(change).refusal();
      }
    }
    return changes;
  }

  /**
   * @param last with all the changes made
   */
  Combination done(Stage last) {
    for (int axis = 0; axis < axes.size(); axis++) {
      // of fields that go together a level may change none where others would
      boolean none = axes.get(axis).paired() && meant[axis] == Point.ABSENT;
      if (none && axes.get(axis).changes().stream().anyMatch(c -> last.route(c).path() != null)) {
        meant[axis] = wanted[axis];
        canonical[axis] = wanted[axis];
      }
    }
    Point first = new Point(Arrays.asList(canonical));
    return new Combination(new Point(Arrays.asList(meant)), first, last.draft());
  }
}
