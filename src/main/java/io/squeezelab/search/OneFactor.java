package io.squeezelab.search;

import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The baseline, and every arm that differs from it in one factor. */
@From("this project")
public record OneFactor() implements Search {

  @Override
  public Optional<List<Point>> points(Space space) {
    Point base =
        space
            .baseline()
            .orElseThrow(
                () ->
                    new Problem(
                        "", "starts from the baseline, which has to be a combination of the axes"));
    Set<Point> points = new LinkedHashSet<>(List.of(base));
    for (int i = 0; i < space.factors().size(); i++) {
      if (base.levels().get(i) == Point.ABSENT) {
        continue; // has no meaning there, whatever its level
      }
      for (int level = 0; level < space.factors().get(i).levels().size(); level++) {
        space.admit(Arms.with(base, i, level)).ifPresent(points::add);
      }
    }
    return Optional.of(List.copyOf(points));
  }

  @Override
  public Strategy start(Space space, List<Long> seeds) {
    return new Listed(points(space).orElseThrow(), seeds);
  }
}
