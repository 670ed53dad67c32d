package io.squeezelab.search;

import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;
import java.util.List;
import java.util.Optional;

/** The baseline, and every arm that differs from it in one factor. */
@From("this project")
public record OneFactor() implements Search {

  @Override
  public Optional<List<Point>> points(Space space) {
    return Optional.of(deviations(space).points());
  }

  private static Deviations deviations(Space space) {
    Point base =
        space
            .baseline()
            .orElseThrow(
                () ->
                    new Problem(
                        "", "starts from the baseline, which has to be a combination of the axes"));
    Deviations deviations = new Deviations(space, base);
    for (int i = 0; i < space.factors().size(); i++) {
      for (int level = 0; level < space.factors().get(i).levels().size(); level++) {
        deviations.add(i, level);
      }
    }
    return deviations;
  }

  @Override
  public List<String> remarks(Space space) {
    return deviations(space).remarks();
  }

  @Override
  public Strategy start(Space space, List<Long> seeds) {
    return new Listed(points(space).orElseThrow(), seeds);
  }
}
