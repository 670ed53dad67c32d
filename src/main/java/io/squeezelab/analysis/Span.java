package io.squeezelab.analysis;

import io.squeezelab.analysis.Ruling.Verdict;
import io.squeezelab.experiment.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far the means of some arms lie apart, over the seeds that all of them have.
 *
 * @param gaps between every two of the arms
 * @param planned seeds that an arm is to have
 */
record Span(Claim.Spread claim, List<Gap> gaps, int planned, Equivalence test) implements Argument {

  /**
   * @param by how much the upper arm's mean is higher, 0 or more
   */
  private record Gap(String upper, String lower, Estimate by) {}

  /** Null where the arms share no seed, or one was stopped. */
  static Span of(Claim.Spread claim, Pairs all, int planned) {
    List<String> arms = claim.arms();
    List<Long> seeds = new ArrayList<>(all.top1(arms.get(0)).keySet());
    arms.forEach(arm -> seeds.retainAll(all.top1(arm).keySet()));
    if (seeds.isEmpty() || arms.stream().anyMatch(all::halted)) {
      return null;
    }
    List<double[]> top1 =
        arms.stream().map(arm -> seeds.stream().mapToDouble(all.top1(arm)::get).toArray()).toList();
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      for (int j = 0; j < i; j++) {
        Estimate by = Estimate.of(less(top1.get(i), top1.get(j)));
        gaps.add(
            by.mean() >= 0
                ? new Gap(arms.get(i), arms.get(j), by)
                : new Gap(arms.get(j), arms.get(i), Estimate.of(less(top1.get(j), top1.get(i)))));
      }
    }
    List<Estimate> differences = gaps.stream().map(Gap::by).toList();
    return new Span(claim, gaps, planned, Equivalence.of(claim.bound() / 100, differences));
  }

  private static double[] less(double[] a, double[] b) {
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = a[i] - b[i];
    }
    return differences;
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

  private Gap widest() {
    return gaps.stream().max(Comparator.comparingDouble(gap -> gap.by().mean())).orElseThrow();
  }

  private String numbers() {
    Gap widest = widest();
    Estimate by = widest.by();
    String seeds = Rulings.seeds(by.n(), planned);
    String means =
        "The means of %d arms span %s points, from %s to %s"
            .formatted(
                claim.arms().size(), Numbers.size(by.mean()), widest.lower(), widest.upper());
    if (!by.bounded()) {
      return means + " (" + seeds + ": no interval)";
    }
    double reach =
        gaps.stream().mapToDouble(g -> Math.max(g.by().high(), -g.by().low())).max().orElseThrow();
    return "%s (95 %% interval %s to %s, %s). The widest interval of two of them reaches to %s"
        .formatted(
            means, Numbers.points(by.low()), Numbers.points(by.high()), seeds, Numbers.size(reach));
  }

  /** The pair that is hardest to place on its side of the bound says how many seeds it takes. */
  private String remedy(int tests) {
    Estimate by = widest().by();
    if (!by.bounded()) {
      return "";
    }
    if (Double.isNaN(test.p())) {
      return "Two arms differ by the same in every seed, which proves nothing";
    }
    double bound = claim.bound() / 100;
    double effect =
        by.mean() > bound
            ? (by.mean() - bound) / by.sd()
            : gaps.stream()
                .mapToDouble(g -> (bound - g.by().mean()) / g.by().sd())
                .min()
                .orElseThrow();
    return Rulings.remedy(Rulings.enough(effect, by.n(), tests));
  }

  private String test(double adjusted, int tests) {
    return Double.isNaN(test.p())
        ? "No test"
        : "One-sided paired t tests of every two arms, %s: %s, corrected %s"
            .formatted(
                Rulings.correction(tests), Numbers.chance(test.p()), Numbers.chance(adjusted));
  }
}
