package io.squeezelab.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the arms stand to the baseline, in words. An arm beats it when the 95 % interval of its
 * paired difference lies above 0; when the interval covers 0, or there are fewer than two pairs,
 * the seeds are too few to tell.
 */
final class Comparison {
  private static final String ONE_PAIR = "one pair gives no interval";
  private static final int NAMED = 3;

  private final String baseline;
  private final List<Arm> compared;
  private final List<Arm> above;
  private final List<Arm> below;

  Comparison(Summary summary) {
    baseline = summary.baseline().map(a -> "the baseline (" + a.label() + ")").orElse("");
    compared = summary.arms().stream().filter(a -> a.difference().known()).toList();
    Comparator<Arm> byMean = Comparator.comparingDouble(a -> a.difference().mean());
    above =
        compared.stream().filter(a -> a.difference().above()).sorted(byMean.reversed()).toList();
    below = compared.stream().filter(a -> a.difference().below()).sorted(byMean).toList();
  }

  /** Whether an arm shares a completed seed with the baseline. */
  boolean possible() {
    return !compared.isEmpty();
  }

  String sentence() {
    var pairs = compared.stream().mapToInt(a -> a.difference().n()).summaryStatistics();
    String with = "With " + Evidence.seeds(pairs.getMin(), pairs.getMax()) + ", ";
    if (!above.isEmpty() || !below.isEmpty()) {
      return with + told() + ".";
    }
    return with + (compared.size() == 1 ? oneUntold(compared.get(0)) : noneTold()) + ".";
  }

  /** Many intervals, each at 95 %, exclude 0 more often than one in twenty. */
  String caution() {
    return compared.size() > 1 && !(above.isEmpty() && below.isEmpty())
        ? "Each interval stands alone: it is not widened for the %d comparisons made."
            .formatted(compared.size())
        : "";
  }

  private String told() {
    List<String> parts = new ArrayList<>();
    if (!above.isEmpty()) {
      parts.add(named(above, "beats", "beat", baseline));
    }
    if (!below.isEmpty()) {
      parts.add(named(below, "falls behind", "fall behind", above.isEmpty() ? baseline : "it"));
    }
    List<Arm> untold = new ArrayList<>(compared);
    untold.removeAll(above);
    untold.removeAll(below);
    if (!untold.isEmpty()) {
      String who =
          untold.size() == 1 ? untold.get(0).label() : "the other " + untold.size() + " arms";
      parts.add(who + " cannot be told from it (too few seeds to tell)");
    }
    return String.join("; ", parts);
  }

  private String oneUntold(Arm arm) {
    Estimate d = arm.difference();
    return "there are too few seeds to tell %s from %s: the difference is %s points (%s)"
        .formatted(
            arm.label(),
            baseline,
            Numbers.points(d.mean()),
            interval(d, Numbers.points(d.low()), Numbers.points(d.high())));
  }

  private String noneTold() {
    boolean paired = compared.stream().anyMatch(a -> a.difference().bounded());
    boolean flat = compared.stream().anyMatch(a -> a.difference().flat());
    String why = "every 95 % interval covers 0" + (flat ? " or has no width" : "");
    return "there are too few seeds to tell any of the %d other arms from %s: %s"
        .formatted(compared.size(), baseline, paired ? why : ONE_PAIR);
  }

  /** {@code a beats b by 0.80 points (95 % interval 0.30 to 1.30)}; several: {@code a (by …)}. */
  private static String named(List<Arm> arms, String verb, String verbs, String than) {
    if (arms.size() == 1) {
      String amount = amount(arms.get(0), " (%s)");
      return "%s %s %s by %s".formatted(arms.get(0).label(), verb, than, amount);
    }
    List<String> names = new ArrayList<>();
    arms.stream()
        .limit(NAMED)
        .forEach(a -> names.add("%s (by %s)".formatted(a.label(), amount(a, ", %s"))));
    if (arms.size() > NAMED) {
      names.add(arms.size() - NAMED + " more");
    }
    String last = names.remove(names.size() - 1);
    return "%s and %s %s %s".formatted(String.join(", ", names), last, verbs, than);
  }

  private static String amount(Arm arm, String inBrackets) {
    Estimate d = arm.difference();
    String nearer = Numbers.size(d.above() ? d.low() : d.high());
    String farther = Numbers.size(d.above() ? d.high() : d.low());
    return Numbers.size(d.mean()) + " points" + inBrackets.formatted(interval(d, nearer, farther));
  }

  private static String interval(Estimate of, String low, String high) {
    return of.bounded() ? "95 % interval " + low + " to " + high : ONE_PAIR;
  }
}
