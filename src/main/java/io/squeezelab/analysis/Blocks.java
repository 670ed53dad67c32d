package io.squeezelab.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Mean test accuracies of the arms that all of some studies have.
 *
 * @param names of the studies' data sets
 * @param means by study, then by arm
 * @param missing why arms are left out, a sentence each
 */
record Blocks(List<String> names, List<String> arms, double[][] means, List<String> missing) {
  /** Means that differ by less differ by rounding alone, and are equal. */
  private static final double ROUNDING = 1e9;

  static Blocks of(List<Study> studies) {
    List<String> names = names(studies);
    List<Pairs> all = studies.stream().map(Pairs::of).toList();
    Set<String> labels = new LinkedHashSet<>();
    studies.forEach(study -> labels.addAll(study.arms()));
    List<String> arms = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String label : labels) {
      List<String> without = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        boolean has = !all.get(i).top1(label).isEmpty() && !all.get(i).halted(label);
        without.addAll(has ? List.of() : List.of(names.get(i)));
      }
      if (without.isEmpty()) {
        arms.add(label);
      } else {
        missing.add(
            "%s is not ranked: %s has no finished mean of it."
                .formatted(label, String.join(", ", without)));
      }
    }
    double[][] means =
        all.stream()
            .map(pairs -> arms.stream().mapToDouble(arm -> mean(pairs, arm)).toArray())
            .toArray(double[][]::new);
    return new Blocks(names, arms, means, missing);
  }

  private static List<String> names(List<Study> studies) {
    List<String> data =
        studies.stream().map(study -> String.join(", ", Evidence.of(study).data())).toList();
    boolean different = data.stream().distinct().count() == data.size() && !data.contains("");
    return different ? data : studies.stream().map(Study::name).toList();
  }

  private static double mean(Pairs pairs, String arm) {
    double[] top1 = pairs.top1(arm).values().stream().mapToDouble(v -> v).toArray();
    return Math.rint(Estimate.of(top1).mean() * ROUNDING) / ROUNDING;
  }
}
