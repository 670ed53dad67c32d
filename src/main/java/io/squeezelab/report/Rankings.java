package io.squeezelab.report;

import io.squeezelab.analysis.Arm;
import io.squeezelab.analysis.Kendall;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Summary;
import io.squeezelab.chart.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far every two experiments rank the arms that they have in common alike. */
record Rankings(List<String> names, List<Summary> summaries) {
  private static final int LEAST = 2;

  Listing listing() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        rows.add(agreement(i, j));
      }
    }
    long few = rows.stream().filter(row -> Integer.parseInt(row.get(2)) < LEAST).count();
    rows.removeIf(row -> Integer.parseInt(row.get(2)) < LEAST);
    List<String> header = List.of("Experiment", "Other", "Common arms", "Kendall's τ-b", "p");
    String note =
        "1: both rank their common arms by mean test accuracy in the same order; −1: in the opposite one.";
    List<String> notes =
        few == 0
            ? List.of(note)
            : List.of(note, "Left out: pairs with fewer than two common arms, " + few + ".");
    return new Listing("Agreement of the rankings", new Table(header, rows), notes);
  }

  private List<String> agreement(int i, int j) {
    Map<String, Double> ours = means(summaries.get(i));
    Map<String, Double> theirs = means(summaries.get(j));
    List<String> common = ours.keySet().stream().filter(theirs::containsKey).toList();
    Kendall of =
        Kendall.of(
            common.stream().mapToDouble(ours::get).toArray(),
            common.stream().mapToDouble(theirs::get).toArray());
    return List.of(
        names.get(i),
        names.get(j),
        Integer.toString(common.size()),
        Numbers.points(of.tau() / 100),
        Numbers.probability(of.p()));
  }

  /** Of the arms that have one. */
  private static Map<String, Double> means(Summary of) {
    Map<String, Double> means = new LinkedHashMap<>();
    for (Arm arm : of.arms()) {
      if (Double.isFinite(arm.top1().mean())) {
        means.put(arm.label(), arm.top1().mean());
      }
    }
    return means;
  }
}
