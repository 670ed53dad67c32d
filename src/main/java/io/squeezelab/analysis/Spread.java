package io.squeezelab.analysis;

import io.squeezelab.results.Result;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

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
    Map<String, List<Result>> byArm = study.byArm();
    return new Spread(
        study.arms().stream()
            .filter(arm -> byArm.getOrDefault(arm, List.of()).stream().anyMatch(Study::counts))
            .map(arm -> row(study, arm, byArm.get(arm)))
            .toList());
  }

  /** At most {@code most} arms: the baseline and those of the highest medians, in their order. */
  public Spread highest(int most) {
    Comparator<Row> rank =
        Comparator.comparing(Row::baseline).thenComparingDouble(Row::median).reversed();
    List<Row> kept = rows.stream().sorted(rank).limit(most).toList();
    return new Spread(rows.stream().filter(kept::contains).toList());
  }

  private static Row row(Study study, String arm, List<Result> trials) {
    SortedMap<Long, Double> values = new TreeMap<>();
    trials.stream()
        .filter(Study::counts)
        .forEach(r -> values.put(r.seed(), r.outcome().metrics().top1()));
    double[] top1 = values.values().stream().mapToDouble(v -> v).toArray();
    int missing = (int) study.seeds().stream().filter(s -> !values.containsKey(s)).count();
    return new Row(
        arm,
        arm.equals(study.baseline()),
        values,
        quantile(top1, 0),
        quantile(top1, 25),
        quantile(top1, 50),
        quantile(top1, 75),
        quantile(top1, 100),
        missing);
  }

  private static double quantile(double[] values, double percent) {
    Percentile quantile = new Percentile().withEstimationType(EstimationType.R_7);
    return percent == 0
        ? Arrays.stream(values).min().orElse(Double.NaN)
        : quantile.evaluate(values, percent);
  }
}
