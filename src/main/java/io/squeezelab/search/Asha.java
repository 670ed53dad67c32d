package io.squeezelab.search;

import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Successive halving without rounds: whenever a worker is free, an arm that is among the best of
 * those that came as far as it did, one of {@code eta}, goes on; where there is none, a new arm
 * begins. Where all have begun and nobody has come through, the best of those that came furthest
 * goes on, however few they are. Arms begin in random order. The baseline is trained in full, and
 * takes nobody's place.
 *
 * @param of where its arms come from
 * @param first epochs before the first comparison
 */
@From(
    value = "Li et al. (2020), asynchronous successive halving, algorithm 2",
    link = "https://arxiv.org/abs/1810.05934")
public record Asha(
    @Default("grid") Search of,
    @Default("3") int eta,
    @Default("1") int first,
    @Default("0") long seed)
    implements Search {
  private static final String ORDER =
      "Who went on depends on the order in which trials ended, and so on workers and machines: the"
          + " same sweep may choose other arms when it is run again with more than one worker.";

  public Asha {
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
    List<Point> order = new ArrayList<>();
    for (int i : Seeds.permutation(arms.size(), Seeds.random(seed, "asha"))) {
      order.add(arms.get(i));
    }
    return new Ladder(order, space.baseline(), seeds, rungs().epochs(space, arms), eta);
  }

  @Override
  public List<String> remarks(Space space) {
    List<String> remarks = new ArrayList<>(rungs().remarks(space));
    remarks.add(1, ORDER);
    return remarks;
  }

  @Override
  public Search reseeded(long other) {
    return new Asha(of.reseeded(other), eta, first, other);
  }
}
