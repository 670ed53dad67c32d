package io.squeezelab.search;

import io.squeezelab.spec.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** New arms for evolution: random ones, and such as differ a little from others. */
final class Children {
  private static final int ATTEMPTS = 500;

  private final Space space;
  private final Draws draws;
  private final Set<Point> born = new HashSet<>();

  /**
   * @param random for arms without parents
   */
  Children(Space space, SplittableRandom random) {
    this.space = space;
    this.draws = new Draws(space, random);
  }

  /** The arm itself, which counts as born. */
  Optional<Point> first(Point arm) {
    born.add(arm);
    return Optional.of(arm);
  }

  /** A random arm that was not yet; empty where there is none. */
  Optional<Point> random() {
    Optional<Point> arm = draws.next();
    while (arm.isPresent() && !born.add(arm.get())) {
      arm = draws.next();
    }
    return arm;
  }

  /** A mutation that was not yet; a random arm where all that were looked at have been. */
  Optional<Point> of(Supplier<Point> parent, SplittableRandom random) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Point> child = mutated(parent.get(), random).flatMap(space::admit);
      if (child.isPresent() && born.add(child.get())) {
        return child;
      }
    }
    return random();
  }

  /**
   * Another level of one factor; factors without a meaning get a random level, for if they get one.
   */
  private Optional<Point> mutated(Point parent, SplittableRandom random) {
    List<Integer> levels = new ArrayList<>(parent.levels());
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      int count = space.factors().get(i).levels().size();
      if (levels.get(i) == Point.ABSENT) {
        levels.set(i, Seeds.below(count, random));
      } else if (count > 1) {
        free.add(i);
      }
    }
    if (free.isEmpty()) {
      return Optional.empty();
    }
    int factor = free.get(Seeds.below(free.size(), random));
    int others = space.factors().get(factor).levels().size() - 1;
    int level = Seeds.below(others, random);
    levels.set(factor, level < levels.get(factor) ? level : level + 1);
    return Optional.of(new Point(levels));
  }

  /** Each factor from one of two arms; where one has no meaning for it, from the other. */
  static Point mixed(Point one, Point other, SplittableRandom random) {
    List<Integer> levels = new ArrayList<>();
    for (int i = 0; i < one.levels().size(); i++) {
      int a = one.levels().get(i);
      int b = other.levels().get(i);
      boolean first = random.nextLong() < 0;
      levels.add(a == Point.ABSENT ? b : b == Point.ABSENT ? a : first ? a : b);
    }
    return new Point(levels);
  }
}
