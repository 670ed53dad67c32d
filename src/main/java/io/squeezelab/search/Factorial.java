package io.squeezelab.search;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A fraction of the combinations of two-level factors from which their effects can be told apart as
 * far as its resolution says. One of the two fields is given.
 *
 * @param resolution 3: main effects are clear of each other; 4: of interactions of two factors as
 *     well; 5: these are clear of each other too. The fewest runs that have it: all combinations,
 *     from which every effect can be told, where no fraction does
 * @param runs combinations, a power of two; the highest resolution that they allow
 */
@From(
    value = "Box and Hunter (1961), 2^(k-p) fractional factorial designs",
    link = "https://www.jstor.org/stable/1266725")
public record Factorial(@Default("0") int resolution, @Default("0") int runs) implements Search {
  private static final int MOST_RUNS = 1 << Fraction.MOST_FACTORS;

  public Factorial {
    Check.that((resolution == 0) != (runs == 0), "", "needs one of resolution and runs");
    Check.that(
        resolution == 0 || resolution >= 3, "resolution", "must be 3, 4, 5, …, is " + resolution);
    boolean power = runs == 0 || runs >= 2 && runs <= MOST_RUNS && Integer.bitCount(runs) == 1;
    Check.that(power, "runs", "must be a power of two from 2 to " + MOST_RUNS + ", is " + runs);
  }

  @Override
  public Optional<List<Point>> points(Space space) {
    Set<Point> points = new LinkedHashSet<>();
    for (List<Integer> levels : design(space).runs()) {
      Point run = new Point(levels);
      Point arm =
          space
              .admit(run)
              .orElseThrow(() -> unfit(space, run, "is " + space.placed(run) + ": a hole in it"));
      if (!arm.equals(run) || !points.add(arm)) {
        throw unfit(space, run, "is the same arm as another one: a factor has no meaning there");
      }
    }
    return Optional.of(Arms.withBaseline(space, points));
  }

  private static Problem unfit(Space space, Point run, String why) {
    return new Problem("", "the design's combination '" + Arms.text(space, run) + "' " + why);
  }

  private Fraction design(Space space) {
    int factors = space.factors().size();
    for (Factor factor : space.factors()) {
      int levels = factor.levels().size();
      String two = "'" + factor.name() + "' has " + levels + " levels; every factor needs two";
      Check.that(levels == 2, "", two);
    }
    boolean many = factors >= 1 && factors <= Fraction.MOST_FACTORS;
    Check.that(many, "", "takes 1 to " + Fraction.MOST_FACTORS + " axes, there are " + factors);
    return IntStream.rangeClosed(1, factors)
        .filter(free -> Fraction.exists(factors, free) && (runs == 0 || runs == 1 << free))
        .mapToObj(free -> Fraction.of(factors, free))
        .filter(design -> design.words().resolution() >= resolution)
        .findFirst()
        .orElseThrow(() -> new Problem("runs", wrong(factors)));
  }

  private String wrong(int factors) {
    int least = Integer.highestOneBit(factors) * 2;
    String range = "must be from " + least + " to " + (1 << factors);
    return range + " for " + factors + " axes, is " + runs;
  }

  @Override
  public List<String> remarks(Space space) {
    return Aliases.of(space.factors(), design(space));
  }

  @Override
  public Strategy start(Space space, List<Long> seeds) {
    return new Listed(points(space).orElseThrow(), seeds);
  }
}
