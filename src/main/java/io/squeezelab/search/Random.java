package io.squeezelab.search;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Seeds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Arms drawn without replacement, all being equally likely but for the baseline: where it is one of
 * the combinations, it is always among them. Fewer where the space has fewer, and where 20,000
 * combinations in a row are excluded or an arm of another combination's too.
 *
 * @param arms how many, the baseline included where it is one of the combinations
 */
@From(
    value = "Bergstra and Bengio (2012)",
    link = "https://www.jmlr.org/papers/v13/bergstra12a.html")
public record Random(int arms, @Default("0") long seed) implements Search {
  public Random {
    Check.atLeast("arms", 1, arms);
  }

  @Override
  public Optional<List<Point>> points(Space space) {
    Draws draws = new Draws(space, Seeds.random(seed, "random-search"));
    Set<Point> points = new LinkedHashSet<>();
    space.baseline().ifPresent(points::add);
    Optional<Point> next = points.size() < arms ? draws.next() : Optional.empty();
    while (next.isPresent()) {
      points.add(next.get());
      next = points.size() < arms ? draws.next() : Optional.empty();
    }
    return Optional.of(List.copyOf(points));
  }

  @Override
  public Strategy start(Space space, List<Long> seeds) {
    return new Listed(points(space).orElseThrow(), seeds);
  }

  @Override
  public Search reseeded(long other) {
    return new Random(arms, other);
  }
}
