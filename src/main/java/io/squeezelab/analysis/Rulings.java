package io.squeezelab.analysis;

import io.squeezelab.analysis.Ruling.Verdict;
import io.squeezelab.cost.Cost;
import io.squeezelab.experiment.Claim;
import io.squeezelab.search.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the results say of the claims of their experiment. Every test is a paired t test over the
 * seeds that its arms have in common, held against 5 % after Holm's correction for all tests of all
 * claims. docs/claims.md has the rule of each kind of claim.
 */
public final class Rulings {
  private final Pairs pairs;
  private final int planned;
  private final Map<String, Cost> costs = new HashMap<>();

  private Rulings(Study study) {
    pairs = Pairs.of(study);
    planned = study.seeds().size();
    study.byArm().forEach((arm, trials) -> costs.put(arm, Summary.cost(trials)));
  }

  /** One for each claim, in the order of the file. */
  public static List<Ruling> of(Study study) {
    Rulings of = new Rulings(study);
    List<Argument> arguments =
        study.design().expected().claims().stream().map(of::argument).toList();
    double[] p = arguments.stream().flatMapToDouble(a -> Arrays.stream(a.p())).toArray();
    double[] adjusted = Holm.adjusted(p);
    int tests = Holm.tests(p);
    List<Ruling> rulings = new ArrayList<>();
    int at = 0;
    for (Argument argument : arguments) {
      int end = at + argument.p().length;
      rulings.add(argument.ruling(Arrays.copyOfRange(adjusted, at, end), tests));
      at = end;
    }
    return List.copyOf(rulings);
  }

  private Argument argument(Claim claim) {
    if (claim instanceof Claim.Versus versus) {
      return versus(versus);
    }
    if (claim instanceof Claim.Ordered order) {
      List<String> arms = order.arms();
      List<Duel> duels =
          IntStream.range(1, arms.size())
              .mapToObj(i -> Duel.of(pairs, arms.get(i - 1), arms.get(i), 0, planned))
              .toList();
      return new Duels(claim, duels, "");
    }
    if (claim instanceof Claim.Spread spread) {
      return Span.of(spread, pairs, planned);
    }
    return Settled.of(claim, Verdict.UNDECIDED, ((Claim.Open) claim).reason());
  }

  private Argument versus(Claim.Versus claim) {
    Duel duel = Duel.of(pairs, claim.left(), claim.right(), claim.margin() / 100, planned);
    if (claim.bound() == null) {
      return new Duels(claim, List.of(duel), "");
    }
    Cost left = costs.get(claim.left());
    Cost right = costs.get(claim.right());
    if (left == null || right == null) {
      String unknown = duel.numbers() + ". What they cost is not known before a trial has ended";
      return Settled.of(claim, Verdict.UNDECIDED, unknown);
    }
    Measure measure = Measure.named(claim.bound().measure());
    double percent = 100.0 * measure.of(left) / measure.of(right);
    String cost =
        "%s has %s %s, %s %% of the %s of %s"
            .formatted(
                claim.left(),
                Numbers.count(measure.of(left)),
                measure,
                Numbers.percent(percent / 100),
                Numbers.count(measure.of(right)),
                claim.right());
    boolean holds = 100.0 * measure.of(left) <= claim.bound().percent() * measure.of(right);
    return holds
        ? new Duels(claim, List.of(duel), cost)
        : Settled.of(claim, Verdict.CONTRADICTED, cost + ", which is too much. " + duel.numbers());
  }

  /** {@code 3 seeds}, {@code 3 of 5 seeds}. */
  static String seeds(int n, int planned) {
    return n < planned ? n + " of " + planned + " seeds" : Evidence.seeds(n, n);
  }

  /**
   * How many seeds would find a distance with a power of 80 %; 0 where 10,000 would not.
   *
   * @param effect distance of the mean from what it is held against, over the standard deviation
   * @param n seeds that did not
   */
  static int enough(double effect, int n, int tests) {
    return enough(effect, n, tests, Power.WANTED);
  }

  /** The same with another power. */
  static int enough(double effect, int n, int tests, double power) {
    int enough = new Power(Contrasts.LEVEL / Math.max(1, tests), power).enough(effect);
    return enough == 0 ? 0 : Math.max(enough, n + 1);
  }

  /** The same in words. */
  static String remedy(int enough) {
    String many = enough == 0 ? ", and 10,000 would not do" : "; about %s would do";
    return "Too few seeds to tell" + many.formatted(Numbers.count(enough));
  }

  static String correction(int tests) {
    return tests == 1 ? "a single test" : "Holm's correction for " + tests + " tests";
  }
}
