package io.squeezelab.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every arm against the baseline, in the order of the experiment file; arms that share no completed
 * seed with it are left out.
 *
 * @param baseline its label; null for none
 * @param test name of the test that decides, with its correction, for people
 * @param missing a line for each arm that is not compared, with the reason
 */
public record Contrasts(String baseline, String test, List<Contrast> rows, List<String> missing) {
  /** How likely even one finding is where there is none to be found. */
  public static final double LEVEL = 0.05;

  private static final String TEST = "paired t test, two-sided";

  /** Whether a corrected p finds something; NaN does not. */
  static boolean found(double adjusted) {
    return adjusted <= LEVEL;
  }

  public Contrasts {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }

  public static Contrasts of(Study study) {
    return of(study, Pairs.of(study));
  }

  static Contrasts of(Study study, Pairs pairs) {
    Map<String, String> partners = new LinkedHashMap<>();
    if (study.baseline() != null) {
      study.arms().forEach(arm -> partners.put(arm, study.baseline()));
      partners.remove(study.baseline());
    }
    return of(study.baseline(), partners, pairs);
  }

  /**
   * Every arm against a baseline of its own.
   *
   * @param baseline name for all of them
   * @param partners these baselines by arm
   */
  static Contrasts of(String baseline, Map<String, String> partners, Pairs pairs) {
    Map<String, double[]> compared = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    partners.forEach(
        (arm, partner) -> {
          double[] differences = pairs.differences(arm, partner);
          String why = why(pairs, arm, partner, differences.length);
          if (why.isEmpty()) {
            compared.put(arm, differences);
          } else {
            missing.add(arm + ": " + why);
          }
        });
    return of(baseline, compared, missing);
  }

  /**
   * @param compared differences by arm, one a seed
   * @param missing a line for each arm that has none
   */
  static Contrasts of(String baseline, Map<String, double[]> compared, List<String> missing) {
    double[] p = compared.values().stream().mapToDouble(PairedT::p).toArray();
    double[] adjusted = Holm.adjusted(p);
    int tests = Holm.tests(p);
    // Holm finds whatever is below this, and more where others were found before.
    Power power = new Power(LEVEL / Math.max(1, tests));
    Map<Integer, Double> detectable = new HashMap<>();
    List<Contrast> rows = new ArrayList<>();
    for (Map.Entry<String, double[]> arm : compared.entrySet()) {
      double found = detectable.computeIfAbsent(arm.getValue().length, power::detectable);
      rows.add(Contrast.of(arm.getKey(), arm.getValue(), adjusted[rows.size()], power, found));
    }
    String correction = ", Holm's correction over " + tests + " comparisons";
    return new Contrasts(baseline, TEST + (tests > 1 ? correction : ""), rows, missing);
  }

  /** Why an arm is not compared; empty where it is. */
  private static String why(Pairs pairs, String arm, String partner, int common) {
    if (pairs.halted(arm)) {
      return pairs.halt(arm);
    }
    if (pairs.halted(partner)) {
      return "its baseline " + partner + ": " + pairs.halt(partner);
    }
    if (pairs.top1(arm).isEmpty()) {
      return "no trial has completed";
    }
    return common == 0 ? "shares no completed seed with the baseline" : "";
  }

  /** The same with more lines of what is missing. */
  Contrasts with(List<String> lines) {
    List<String> all = new ArrayList<>(missing);
    all.addAll(lines);
    return new Contrasts(baseline, test, rows, all);
  }

  /** How many tests were made, and corrected for. */
  public int tests() {
    return Holm.tests(rows.stream().mapToDouble(Contrast::p).toArray());
  }

  /** The comparison of an arm; none for the baseline, and for an arm that was not compared. */
  public Optional<Contrast> row(String label) {
    return rows.stream().filter(r -> r.label().equals(label)).findFirst();
  }
}
