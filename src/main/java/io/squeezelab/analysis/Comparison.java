package io.squeezelab.analysis;

import io.squeezelab.analysis.Contrast.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the arms stand to the baseline, in words. An arm beats it when the test of its paired
 * differences, corrected for the number of arms, finds so; otherwise the seeds are too few to tell.
 */
final class Comparison {
  private static final String ONE_PAIR = "one pair gives no interval";
  private static final int NAMED = 3;

  private final String things;
  private final String baseline;
  private final Contrasts contrasts;
  private final List<Contrast> above;
  private final List<Contrast> below;

  Comparison(Contrasts contrasts) {
    this(contrasts, "arms", "the baseline (" + contrasts.baseline() + ")");
  }

  /**
   * @param things what is compared, for people
   * @param baseline with what
   */
  Comparison(Contrasts contrasts, String things, String baseline) {
    this.contrasts = contrasts;
    this.things = things;
    this.baseline = baseline;
    Comparator<Contrast> byMean = Comparator.comparingDouble(c -> c.difference().mean());
    above = found(Finding.ABOVE, byMean.reversed());
    below = found(Finding.BELOW, byMean);
  }

  private List<Contrast> found(Finding finding, Comparator<Contrast> by) {
    return contrasts.rows().stream().filter(c -> c.finding() == finding).sorted(by).toList();
  }

  /** Whether an arm shares a completed seed with the baseline. */
  boolean possible() {
    return !contrasts.rows().isEmpty();
  }

  String sentence() {
    List<Contrast> compared = contrasts.rows();
    var pairs = compared.stream().mapToInt(c -> c.difference().n()).summaryStatistics();
    String with = "With " + Evidence.seeds(pairs.getMin(), pairs.getMax()) + ", ";
    if (!above.isEmpty() || !below.isEmpty()) {
      return with + findings() + ".";
    }
    return with + (compared.size() == 1 ? oneUntold(compared.get(0)) : noneTold()) + ".";
  }

  /** Whether anything is told apart, by one of several tests. */
  boolean told() {
    return contrasts.tests() > 1 && !(above.isEmpty() && below.isEmpty());
  }

  /** Many tests, each at 5 %, find something more often than one time in twenty. */
  String caution() {
    return told()
        ? "What is told apart is told by the paired t test at 5 %%, corrected for the %d comparisons"
                .formatted(contrasts.tests())
            + " made (Holm); each interval stands alone."
        : "";
  }

  private String findings() {
    List<String> parts = new ArrayList<>();
    if (!above.isEmpty()) {
      parts.add(named(above, "beats", "beat", baseline));
    }
    if (!below.isEmpty()) {
      parts.add(named(below, "falls behind", "fall behind", above.isEmpty() ? baseline : "it"));
    }
    List<Contrast> untold = new ArrayList<>(contrasts.rows());
    untold.removeAll(above);
    untold.removeAll(below);
    if (!untold.isEmpty()) {
      String who =
          untold.size() == 1 ? untold.get(0).label() : "the other " + untold.size() + " " + things;
      parts.add(who + " cannot be told from it (too few seeds to tell)");
    }
    return String.join("; ", parts);
  }

  private String oneUntold(Contrast row) {
    Estimate d = row.difference();
    String sentence =
        "there are too few seeds to tell %s from %s: the difference is %s points (%s)"
            .formatted(
                row.label(),
                baseline,
                Numbers.points(d.mean()),
                interval(d, Numbers.points(d.low()), Numbers.points(d.high())));
    return sentence + Needed.words(row);
  }

  private String noneTold() {
    List<Contrast> compared = contrasts.rows();
    String all =
        "there are too few seeds to tell any of the %d other %s from %s: "
            .formatted(compared.size(), things, baseline);
    return all + why(compared) + Needed.words(compared);
  }

  private String why(List<Contrast> compared) {
    if (compared.stream().noneMatch(c -> c.difference().bounded())) {
      return ONE_PAIR;
    }
    if (compared.stream().anyMatch(c -> c.difference().above() || c.difference().below())) {
      return "no paired t test reaches 5 %% when corrected for the %d comparisons made (Holm)"
          .formatted(contrasts.tests());
    }
    boolean flat = compared.stream().anyMatch(c -> c.difference().flat());
    return "every 95 % interval covers 0" + (flat ? " or has no width" : "");
  }

  /** {@code a beats b by 0.80 points (95 % interval 0.30 to 1.30)}; several: {@code a (by …)}. */
  private static String named(List<Contrast> arms, String verb, String verbs, String than) {
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

  private static String amount(Contrast row, String inBrackets) {
    Estimate d = row.difference();
    String nearer = Numbers.size(d.above() ? d.low() : d.high());
    String farther = Numbers.size(d.above() ? d.high() : d.low());
    return Numbers.size(d.mean()) + " points" + inBrackets.formatted(interval(d, nearer, farther));
  }

  private static String interval(Estimate of, String low, String high) {
    return of.bounded() ? "95 % interval " + low + " to " + high : ONE_PAIR;
  }
}
