package io.squeezelab.search;

import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every combination, the first factor outermost. */
public record Grid() implements Search {
  private static final int MOST = 1_000_000;

  @Override
  public Optional<List<Point>> points(Space space) {
    List<Factor> factors = space.factors();
    long all = factors.stream().mapToLong(factor -> factor.levels().size()).reduce(1, Grid::times);
    if (all > MOST) {
      String least = all == Long.MAX_VALUE ? "more than " : "";
      String most = " combinations of the axes; a grid may have %,d: shorten axes, or name another";
      throw new Problem(
          "", String.format(Locale.ROOT, "there are %s%,d" + most + " search", least, all, MOST));
    }
    Set<Point> points = new LinkedHashSet<>();
    List<Integer> levels = new ArrayList<>(Collections.nCopies(factors.size(), 0));
    do {
      space.admit(new Point(levels)).ifPresent(points::add);
    } while (further(levels, factors));
    return Optional.of(List.copyOf(points));
  }

  private static long times(long a, long b) {
    return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }

  /** Counts up, the last factor fastest; false at the end. */
  private static boolean further(List<Integer> levels, List<Factor> factors) {
    for (int i = levels.size() - 1; i >= 0; i--) {
      if (levels.get(i) + 1 < factors.get(i).levels().size()) {
        levels.set(i, levels.get(i) + 1);
        return true;
      }
      levels.set(i, 0);
    }
    return false;
  }

  @Override
  public Strategy start(Space space, List<Long> seeds) {
    return new Listed(points(space).orElseThrow(), seeds);
  }
}
