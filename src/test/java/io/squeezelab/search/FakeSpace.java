package io.squeezelab.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Combinations without networks; the factor {@code i} has the levels {@code i0}, {@code i1}, …. */
final class FakeSpace implements Space {
  static final int EPOCHS = 9;

  private final List<Factor> factors;
  private Function<Point, Point> canonical = Function.identity();
  private Predicate<Point> allowed = point -> true;
  private Point baseline;
  private boolean validated = true;
  int admitted;

  FakeSpace(int... levels) {
    factors =
        IntStream.range(0, levels.length)
            .mapToObj(
                i ->
                    new Factor(
                        "f" + i, IntStream.range(0, levels[i]).mapToObj(l -> i + "=" + l).toList()))
            .toList();
  }

  /** The second factor has a meaning at the first one's level 1 alone. */
  FakeSpace conditional() {
    canonical =
        point -> {
          List<Integer> levels = new ArrayList<>(point.levels());
          if (levels.get(0) != 1) {
            levels.set(1, Point.ABSENT);
          }
          return new Point(levels);
        };
    return this;
  }

  FakeSpace only(Predicate<Point> rule) {
    allowed = rule;
    return this;
  }

  FakeSpace baseline(Integer... levels) {
    baseline = new Point(List.of(levels));
    return this;
  }

  FakeSpace unvalidated() {
    validated = false;
    return this;
  }

  static Point point(Integer... levels) {
    return new Point(List.of(levels));
  }

  @Override
  public List<Factor> factors() {
    return factors;
  }

  @Override
  public Optional<Point> admit(Point point) {
    admitted++;
    return Optional.of(canonical.apply(point)).filter(allowed);
  }

  @Override
  public Optional<Point> baseline() {
    return Optional.ofNullable(baseline);
  }

  /** The sum of its levels; for reads its negative. */
  @Override
  public long cost(Point point, String measure) {
    int sum = point.levels().stream().mapToInt(level -> level).sum();
    return measure.equals("reads") ? -sum : sum;
  }

  @Override
  public boolean validated() {
    return validated;
  }

  @Override
  public int epochs(Point point) {
    return EPOCHS;
  }
}
