package io.squeezelab.search;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Seeds;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Arms that come from those before by mutation. With validation accuracy as the only aim, by
 * regularised evolution: of a random sample of the population the best is the parent, one of its
 * factors changes, and the oldest of the population goes. With costs beside it, by NSGA-II: what
 * stays is nearest the front of accuracy and costs, and a child has each factor from one of two
 * parents before one changes. No arm is tried twice.
 *
 * @param arms how many are tried, more than the population; the baseline included where it is one
 *     of the combinations
 * @param population of which parents are taken; so many random arms come first
 * @param sample from which a parent is the best
 * @param costs that are to be low beside a high accuracy
 * @param parallel arms that may be under way at once: arm i depends on the first i − parallel, so
 *     that the answer is the same for any number of workers
 */
@From(
    value = "Real et al. (2019), algorithm 1; Deb et al. (2002), NSGA-II",
    link = "https://arxiv.org/abs/1802.01548")
public record Evolution(
    int arms,
    @Default("16") int population,
    @Default("4") int sample,
    @Default("[]") List<Measure> costs,
    @Default("8") int parallel,
    @Default("0") long seed)
    implements Search {
  public Evolution {
    Check.atLeast("arms", 1, arms);
    Check.atLeast("population", 2, population);
    Check.atLeast("sample", 2, sample);
    Check.atMost("sample", population, sample);
    Check.that(new HashSet<>(costs).size() == costs.size(), "costs", "names one twice: " + costs);
    Check.atLeast("parallel", 1, parallel);
    costs = List.copyOf(costs);
  }

  @Override
  public Optional<List<Point>> points(Space space) {
    String random = "must be above population, %d, or all arms are random; is %d";
    Check.that(arms > population, "arms", random.formatted(population, arms));
    Draws draws = new Draws(space, Seeds.random(seed, "evolution-start"));
    boolean any = space.baseline().or(draws::next).isPresent();
    Arms.needValidation(space); // which is known of arms that were looked at
    return any ? Optional.empty() : Optional.of(List.of());
  }

  @Override
  public Strategy start(Space space, List<Long> seeds) {
    points(space);
    return new Lineage(this, space, seeds);
  }

  @Override
  public OptionalInt most() {
    return OptionalInt.of(arms);
  }

  @Override
  public List<String> remarks(Space space) {
    return List.of(
        "Arms were chosen by the validation accuracy of those before: what was tried is no sample"
            + " of all combinations, and the best of many is better by luck too: compare what was"
            + " found on seeds of its own.");
  }

  @Override
  public Search reseeded(long other) {
    return new Evolution(arms, population, sample, costs, parallel, other);
  }
}
