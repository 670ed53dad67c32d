package io.squeezelab.report;

import io.squeezelab.analysis.Contrast;
import io.squeezelab.analysis.Contrast.Finding;
import io.squeezelab.analysis.Contrasts;
import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The comparisons with the baseline as templates and notebooks take them: one map of cells an arm.
 */
public final class Comparisons {
  /** Pairs from which on a bootstrap interval may be read; docs/statistics.md says why. */
  static final int ENOUGH = 10;

  static final String FEW = "Bootstrap intervals of fewer than ten pairs are too narrow.";

  private Comparisons() {}

  public static List<Map<String, Object>> of(Contrasts contrasts) {
    return contrasts.rows().stream().map(Comparisons::row).toList();
  }

  /** Every table of comparisons, as templates take it; those that have nothing are left out. */
  static List<Map<String, Object>> tables(Summary of) {
    List<Map<String, Object>> all = new ArrayList<>();
    of.networks()
        .ifPresent(
            networks -> {
              all.add(table(networks.heading(), networks.average()));
              all.add(table("against " + networks.against(), networks.own()));
            });
    all.add(table("against the baseline", of.contrasts()));
    all.removeIf(
        table ->
            table.get("has-rows").equals(false) && table.get("not-compared").equals(List.of()));
    return all;
  }

  private static Map<String, Object> table(String heading, Contrasts of) {
    return Map.of(
        "heading", heading,
        "has-rows", !of.rows().isEmpty(),
        "comparisons", of(of),
        "test", of.test(),
        "few-pairs", few(of) ? " " + FEW : "",
        "not-compared", notes(of));
  }

  /** Whether bootstrap intervals are of too few pairs to be read. */
  static boolean few(Contrasts contrasts) {
    return contrasts.rows().stream().anyMatch(row -> row.difference().n() < ENOUGH);
  }

  /** Which arms are not compared, and why. */
  public static List<Map<String, Object>> notes(Contrasts contrasts) {
    return contrasts.missing().stream().map(line -> Map.<String, Object>of("note", line)).toList();
  }

  private static Map<String, Object> row(Contrast of) {
    Estimate difference = of.difference();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("arm", of.label());
    row.put("pairs", difference.n());
    row.put("better", wins(of.better() * difference.n()));
    row.put("difference", Numbers.points(difference.mean()));
    row.put("student-interval", interval(difference.low(), difference.high()));
    row.put("bootstrap-interval", interval(of.bootstrapLow(), of.bootstrapHigh()));
    row.put("effect", Numbers.measure(of.effect()));
    row.put("p-student", Numbers.probability(of.student()));
    row.put("p-wilcoxon", Numbers.probability(of.wilcoxon()));
    row.put("p-flips", Numbers.probability(of.flips()));
    row.put("p-adjusted", Numbers.probability(of.adjusted()));
    row.put("above", of.finding() == Finding.ABOVE);
    row.put("below", of.finding() == Finding.BELOW);
    row.put("finding", finding(of));
    row.put("detectable", of.detectable() > 1 ? "> 100" : Numbers.percent(of.detectable()));
    return row;
  }

  /** 3, or 3.5: equal pairs count half. */
  private static String wins(double pairs) {
    return Double.toString(Math.rint(2 * pairs) / 2).replace(".0", "");
  }

  private static String finding(Contrast of) {
    return switch (of.finding()) {
      case ABOVE -> "above";
      case BELOW -> "below";
      case UNTOLD ->
          "too few seeds to tell" + (of.enough() == 0 ? "" : "; " + of.enough() + " would do");
    };
  }

  private static String interval(double low, double high) {
    return Double.isFinite(low)
        ? Numbers.points(low) + " to " + Numbers.points(high)
        : Numbers.UNKNOWN;
  }
}
