package io.squeezelab.experiment;

import io.squeezelab.search.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Tries every level of every axis once, so that a value that is wrong is found when the file is
 * read, although the search may come to it late or never. A level is tried with the first of all
 * others; an axis that those leave without a meaning, where one level of another gives it one.
 */
final class Reach {
  private final Assembly assembly;
  private final List<Axis> axes;
  private final Consumer<Point> attempt;
  private final Set<Integer> met = new HashSet<>();
  private final Deque<Point> open = new ArrayDeque<>();

  /**
   * @param attempt what is done at each combination
   */
  Reach(Assembly assembly, List<Axis> axes, Consumer<Point> attempt) {
    this.assembly = assembly;
    this.axes = axes;
    this.attempt = attempt;
  }

  void all() {
    meet(new Point(Collections.nCopies(axes.size(), 0)));
    while (!open.isEmpty()) {
      Point from = open.remove();
      for (int axis = 0; axis < axes.size(); axis++) {
        for (int level = 1; level < axes.get(axis).levels().size(); level++) {
          List<Integer> levels = new ArrayList<>(from.levels());
          levels.set(axis, level);
          meet(new Point(levels));
        }
      }
    }
  }

  private void meet(Point point) {
    attempt.accept(point);
    List<Integer> levels = assembly.at(point).meant().levels();
    boolean news = false;
    for (int axis : IntStream.range(0, axes.size()).toArray()) {
      news |= levels.get(axis) != Point.ABSENT && met.add(axis);
    }
    if (news) {
      open.add(point);
    }
  }
}
