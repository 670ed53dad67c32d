package io.squeezelab.search;

import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every combination, the first factor outermost. */
@From("this project")
public record Grid() implements Search {
  private static final double MOST = 1e6;

  @Override
  public Optional<List<Point>> points(Space space) {
    return space.listed().or(() -> Optional.of(combinations(space)));
  }

  private static List<Point> combinations(Space space) {
    double count = 1;
    for (Factor factor : space.factors()) {
      count *= factor.levels().size();
    }
    if (count > MOST) {
      String many = String.format(Locale.ROOT, "has %.3g combinations, over a million: ", count);
      throw new Problem("", "the grid " + many + "random and evolution take some of them");
    }
    Set<Point> points = new LinkedHashSet<>();
    for (List<Integer> levels : product(space.factors())) {
      space.admit(new Point(levels)).ifPresent(points::add);
    }
    return List.copyOf(points);
  }

  private static List<List<Integer>> product(List<Factor> factors) {
    List<List<Integer>> cells = List.of(List.of());
    for (Factor factor : factors) {
      List<List<Integer>> further = new ArrayList<>();
      for (List<Integer> cell : cells) {
        for (int level = 0; level < factor.levels().size(); level++) {
          List<Integer> longer = new ArrayList<>(cell);
          longer.add(level);
          further.add(longer);
        }
      }
      cells = further;
    }
    return cells;
  }

  @Override
  public Strategy start(Space space, List<Long> seeds) {
    return new Listed(points(space).orElseThrow(), seeds);
  }
}
