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

  static Argument of(Claim.Spread claim, Pairs all, int planned) {
    List<String> arms = claim.arms();
    List<Long> seeds = new ArrayList<>(all.top1(arms.get(0)).keySet());
    arms.forEach(arm -> seeds.retainAll(all.top1(arm).keySet()));
    String obstacle = all.obstacle(arms);
    if (!obstacle.isEmpty() || seeds.isEmpty()) {
      String none = obstacle.isEmpty() ? "Its arms share no completed seed" : obstacle;
      return Settled.of(claim, Verdict.UNDECIDED, none);
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
    boolean told = Contrasts.found(adjusted[0]);
    boolean inside = test.inside() < test.outside();
    Verdict verdict = !told ? Verdict.UNDECIDED : inside ? Verdict.SUPPORTED : Verdict.CONTRADICTED;
    String remedy = told ? "" : remedy(tests);
    String numbers = numbers() + (remedy.isEmpty() ? "" : ". " + remedy);
    return new Ruling(claim, verdict, numbers, test(adjusted[0], tests), adjusted[0]);
  }

  private Gap widest() {
    return gaps.stream().max(Comparator.comparingDouble(gap -> gap.by().mean())).orElseThrow();
  }

  /** The pair surest to lie beyond the bound, which is that least sure to lie within. */
  private Gap decisive() {
    return Double.isNaN(test.p())
        ? widest()
        : gaps.stream().max(Comparator.comparingDouble(this::beyond)).orElseThrow();
  }

  /** How far a pair's mean lies beyond the bound, in standard deviations; below 0 within. */
  private double beyond(Gap gap) {
    return (gap.by().mean() - claim.bound() / 100) / gap.by().sd();
  }

  private String numbers() {
    Gap widest = widest();
    Gap decisive = decisive();
    String means =
        "The means of %d arms span %s points, from %s to %s"
            .formatted(
                claim.arms().size(),
                Numbers.size(widest.by().mean()),
                widest.lower(),
                widest.upper());
    return decisive == widest
        ? means + interval(decisive.by(), "")
        : "%s. The pair that decides is %s and %s%s"
            .formatted(
                means,
                decisive.lower(),
                decisive.upper(),
                interval(decisive.by(), Numbers.size(decisive.by().mean()) + " points apart, "));
  }

  private String interval(Estimate by, String apart) {
    String seeds = Rulings.seeds(by.n(), planned);
    return by.bounded()
        ? " (%s95 %% interval %s to %s, %s)"
            .formatted(apart, Numbers.points(by.low()), Numbers.points(by.high()), seeds)
        : " (" + seeds + ": no interval)";
  }

  /** How many seeds would show that one pair lies beyond the bound, or that none does. */
  private String remedy(int tests) {
    Gap decisive = decisive();
    int n = decisive.by().n();
    if (!decisive.by().bounded()) {
      return "";
    }
    if (Double.isNaN(test.p())) {
      return "Two arms differ by the same in every seed, which proves nothing";
    }
    double beyond = beyond(decisive);
    // Both bounds of each pair have to be found: they miss together no more than all in turn.
    double each = 1 - (1 - Power.WANTED) / (2 * gaps.size());
    return Rulings.remedy(
        beyond > 0
            ? Rulings.enough(beyond, n, Math.max(1, tests) * gaps.size())
            : Rulings.enough(beyond, n, tests, each));
  }

  private String test(double adjusted, int tests) {
    if (Double.isNaN(test.p())) {
      return "No test";
    }
    boolean beyond = gaps.size() > 1 && test.outside() < test.inside();
    return "Two one-sided paired t tests of every pair (p doubled, since both questions are asked%s),"
            .formatted(beyond ? ", and multiplied by the " + gaps.size() + " pairs" : "")
        + " %s: %s, corrected %s"
            .formatted(
                Rulings.correction(tests), Numbers.chance(test.p()), Numbers.chance(adjusted));
  }
}
