package io.squeezelab.analysis;

import io.squeezelab.analysis.Ruling.Verdict;
import io.squeezelab.experiment.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far the means of some arms lie apart, over the seeds that all of them have.
 *
 * @param pairs every two of the arms, the more accurate one left
 * @param planned seeds that an arm is to have
 */
record Span(Claim.Spread claim, List<Duel> pairs, int planned, Equivalence test)
    implements Argument {

  /** Null where the arms share no seed, or one was stopped. */
  static Span of(Claim.Spread claim, Pairs all, int planned) {
    List<Long> seeds = new ArrayList<>(all.top1(claim.arms().get(0)).keySet());
    claim.arms().forEach(arm -> seeds.retainAll(all.top1(arm).keySet()));
    if (seeds.isEmpty() || claim.arms().stream().anyMatch(all::halted)) {
      return null;
    }
    List<Duel> pairs = new ArrayList<>();
    for (String left : claim.arms()) {
      for (String right : claim.arms()) {
        double[] differences =
            seeds.stream()
                .mapToDouble(s -> all.top1(left).get(s) - all.top1(right).get(s))
                .toArray();
        double mean = Estimate.of(differences).mean();
        if (!left.equals(right) && (mean > 0 || mean == 0 && left.compareTo(right) < 0)) {
          pairs.add(new Duel(left, right, 0, differences, planned, ""));
        }
      }
    }
    Equivalence test =
        Equivalence.of(claim.bound() / 100, pairs.stream().map(Duel::differences).toList());
    return new Span(claim, pairs, planned, test);
  }

  @Override
  public double[] p() {
    return new double[] {test.p()};
  }

  @Override
  public Ruling ruling(double[] adjusted, int tests) {
    boolean told = adjusted[0] <= Contrasts.LEVEL;
    boolean inside = test.inside() < test.outside();
    Verdict verdict = !told ? Verdict.UNDECIDED : inside ? Verdict.SUPPORTED : Verdict.CONTRADICTED;
    String remedy = told ? "" : remedy(tests);
    String numbers = numbers() + (remedy.isEmpty() ? "" : ". " + remedy);
    return new Ruling(claim, verdict, numbers, test(adjusted[0], tests), adjusted[0]);
  }

  private Duel widest() {
    return pairs.stream().max(Comparator.comparingDouble(p -> estimate(p).mean())).orElseThrow();
  }

  private static Estimate estimate(Duel pair) {
    return Estimate.of(pair.differences());
  }

  private String numbers() {
    Duel widest = widest();
    Estimate of = estimate(widest);
    String seeds = Rulings.seeds(of.n(), planned);
    String means =
        "The means of %d arms span %s points, from %s to %s"
            .formatted(claim.arms().size(), Numbers.size(of.mean()), widest.right(), widest.left());
    if (!of.bounded()) {
      return means + " (" + seeds + ": no interval)";
    }
    double reach =
        pairs.stream()
            .map(Span::estimate)
            .mapToDouble(e -> Math.max(e.high(), -e.low()))
            .max()
            .orElseThrow();
    return "%s (95 %% interval %s to %s, %s). The widest interval of two of them reaches to %s"
        .formatted(
            means, Numbers.points(of.low()), Numbers.points(of.high()), seeds, Numbers.size(reach));
  }

  /** The pair that is hardest to place on its side of the bound says how many seeds it takes. */
  private String remedy(int tests) {
    Estimate widest = estimate(widest());
    if (!widest.bounded() || Double.isNaN(test.p())) {
      return widest.bounded()
          ? "Two arms differ by the same in every seed, which proves nothing"
          : "";
    }
    double bound = claim.bound() / 100;
    double effect =
        widest.mean() > bound
            ? (widest.mean() - bound) / widest.sd()
            : pairs.stream()
                .map(Span::estimate)
                .mapToDouble(e -> (bound - e.mean()) / e.sd())
                .min()
                .orElseThrow();
    return Rulings.remedy(effect, widest.n(), tests);
  }

  private String test(double adjusted, int tests) {
    return Double.isNaN(test.p())
        ? "No test"
        : "One-sided paired t tests of every two arms, %s: %s, corrected %s"
            .formatted(
                Rulings.correction(tests), Numbers.chance(test.p()), Numbers.chance(adjusted));
  }
}
