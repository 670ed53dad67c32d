package io.squeezelab.search;

import io.squeezelab.trial.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Trials that are known beforehand, seed by seed, so that a sweep cut short has whole comparisons
 * behind it.
 */
final class Listed implements Strategy {
  private final List<Point> points;
  private final List<Long> seeds;
  private long next;

  Listed(List<Point> points, List<Long> seeds) {
    this.points = points;
    this.seeds = seeds;
  }

  @Override
  public Optional<Ask> ask() {
    if (points.isEmpty() || next >= (long) points.size() * seeds.size()) {
      return Optional.empty();
    }
    Point point = points.get((int) (next % points.size()));
    long seed = seeds.get((int) (next / points.size()));
    next++;
    return Optional.of(new Ask(point, seed, 0));
  }

  @Override
  public void tell(Ask ask, Outcome outcome) {
    // what is asked depends on nothing
  }
}
