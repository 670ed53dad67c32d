package io.squeezelab.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * How the test accuracies of each arm are spread over its seeds. Accuracies are fractions.
 *
 * @param rows in the order of the experiment file; an arm without a completed trial has none
 */
public record Spread(List<Row> rows) {

  /**
   * One arm. Quartiles lie between neighbouring values by linear interpolation, as in R's type 7
   * and NumPy; those of few values say little, which is why the values are here too.
   *
   * @param values by seed
   * @param missing seeds without a test accuracy: ended otherwise, or not run
   */
  public record Row(
      String label,
      boolean baseline,
      SortedMap<Long, Double> values,
      double lowest,
      double lower,
      double median,
      double upper,
      double highest,
      int missing) {

    /** How many values. */
    public int n() {
      return values.size();
    }
  }

  public Spread {
    rows = List.copyOf(rows);
  }

  public static Spread of(Study study) {
    Pairs pairs = Pairs.of(study);
    return new Spread(
        study.arms().stream()
            .filter(arm -> !pairs.top1(arm).isEmpty())
            .map(arm -> row(study, arm, pairs.top1(arm)))
            .toList());
  }

  /** At most {@code most} arms: the baseline and those of the highest medians, in their order. */
  public Spread highest(int most) {
    Comparator<Row> rank =
        Comparator.comparing(Row::baseline).thenComparingDouble(Row::median).reversed();
    List<Row> kept = rows.stream().sorted(rank).limit(most).toList();
    return new Spread(rows.stream().filter(kept::contains).toList());
  }

  private static Row row(Study study, String arm, SortedMap<Long, Double> values) {
    double[] top1 = values.values().stream().mapToDouble(v -> v).toArray();
    int missing = (int) study.seeds().stream().filter(s -> !values.containsKey(s)).count();
    return new Row(
        arm,
        arm.equals(study.baseline()),
        values,
        Quantile.of(0, top1),
        Quantile.of(0.25, top1),
        Quantile.of(0.5, top1),
        Quantile.of(0.75, top1),
        Quantile.of(1, top1),
        missing);
  }
}
