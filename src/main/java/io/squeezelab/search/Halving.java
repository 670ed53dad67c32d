package io.squeezelab.search;

import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.List;
import java.util.Optional;

/**
 * All arms are trained for a few epochs; the best of them, one of {@code eta}, go on to {@code eta}
 * times as many, and so on to the end. An arm's seeds stop and go on together. The baseline is
 * trained in full, and takes nobody's place.
 *
 * @param of where its arms come from
 * @param first epochs before the first comparison
 */
@From(
    value = "Jamieson and Talwalkar (2016), successive halving",
    link = "https://arxiv.org/abs/1502.07943")
public record Halving(@Default("grid") Search of, @Default("3") int eta, @Default("1") int first)
    implements Search {
  public Halving {
    new Rungs(of, eta, first);
  }

  private Rungs rungs() {
    return new Rungs(of, eta, first);
  }

  @Override
  public Optional<List<Point>> points(Space space) {
    return Optional.of(rungs().arms(space));
  }

  @Override
  public Strategy start(Space space, List<Long> seeds) {
    List<Point> arms = rungs().arms(space);
    return new Rounds(arms, space.baseline(), seeds, rungs().epochs(space, arms), eta);
  }

  @Override
  public List<String> remarks(Space space) {
    return rungs().remarks(space);
  }

  @Override
  public Search reseeded(long seed) {
    return new Halving(of.reseeded(seed), eta, first);
  }
}
