package io.squeezelab.analysis;

import io.squeezelab.results.Result;
import io.squeezelab.train.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long each arm trains until its validation accuracy first reaches a target.
 *
 * @param target validation accuracy, as a fraction; NaN where no trial has one
 * @param why this target, in words
 * @param rows in the order of the experiment file; an arm without a completed trial has none
 */
public record TimeToAccuracy(double target, String why, List<Row> rows) {

  /**
   * One arm. A seed that never reaches the target counts as later than all that do, so that arms
   * are not made fast by leaving out their slow seeds: a median is known where more than half of
   * the seeds reach it.
   *
   * @param of completed trials
   * @param reached those of them that reach the target
   * @param missing seeds without a completed trial, of which nothing is said
   * @param epochs median of the first epoch that ends at the target or above; NaN where too few do
   * @param seconds median of the training time until the end of that epoch, without loading and
   *     evaluation; NaN where too few do
   * @param trials in the order of their seeds
   */
  public record Row(
      String label,
      boolean baseline,
      int of,
      int reached,
      int missing,
      double epochs,
      double seconds,
      List<Arrival> trials) {
    public Row {
      trials = List.copyOf(trials);
    }
  }

  /**
   * One trial.
   *
   * @param epoch the first at the target; infinite where none is
   * @param seconds of training until its end; infinite where none is
   */
  public record Arrival(long seed, double epoch, double seconds) {
    private static Arrival of(Result trial, double target) {
      double seconds = 0;
      for (Epoch epoch : trial.outcome().history()) {
        seconds += epoch.seconds();
        if (epoch.validationTop1() >= target) {
          return new Arrival(trial.seed(), epoch.epoch(), seconds);
        }
      }
      return new Arrival(trial.seed(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    boolean reached() {
      return Double.isFinite(epoch);
    }
  }

  public TimeToAccuracy {
    rows = List.copyOf(rows);
  }

  /**
   * With the target that the baseline's worst seed ends at, which all its seeds reach; without a
   * baseline that completed a trial, that of the worst seed of all.
   */
  public static TimeToAccuracy of(Study study) {
    Optional<Double> baseline = worst(trials(study, study.baseline()));
    if (baseline.isPresent()) {
      return of(study, baseline.get(), "where the baseline's worst seed ends");
    }
    List<Result> all = study.current().stream().filter(Study::counts).toList();
    return of(study, worst(all).orElse(Double.NaN), "where the worst seed of all ends");
  }

  /**
   * @param target validation accuracy, as a fraction
   */
  public static TimeToAccuracy of(Study study, double target) {
    return of(study, target, "as asked for");
  }

  private static TimeToAccuracy of(Study study, double target, String why) {
    List<Row> rows = new ArrayList<>();
    for (String arm : Double.isNaN(target) ? List.<String>of() : study.arms()) {
      List<Result> trials = trials(study, arm);
      if (!trials.isEmpty()) {
        rows.add(row(study, arm, trials.stream().map(t -> Arrival.of(t, target)).toList()));
      }
    }
    return new TimeToAccuracy(target, why, rows);
  }

  private static Row row(Study study, String arm, List<Arrival> trials) {
    List<Long> known = trials.stream().map(Arrival::seed).toList();
    return new Row(
        arm,
        arm.equals(study.baseline()),
        trials.size(),
        (int) trials.stream().filter(Arrival::reached).count(),
        (int) study.seeds().stream().filter(seed -> !known.contains(seed)).count(),
        middle(trials.stream().mapToDouble(Arrival::epoch).sorted().toArray()),
        middle(trials.stream().mapToDouble(Arrival::seconds).sorted().toArray()),
        trials);
  }

  /** The median of sorted values; NaN where it is infinite. */
  private static double middle(double[] sorted) {
    int n = sorted.length;
    double middle = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return Double.isFinite(middle) ? middle : Double.NaN;
  }

  /** Completed trials of an arm that were validated, by seed. */
  private static List<Result> trials(Study study, String arm) {
    Map<String, List<Result>> byArm = study.byArm();
    return arm == null
        ? List.of()
        : byArm.getOrDefault(arm, List.of()).stream()
            .filter(Study::counts)
            .filter(trial -> Double.isFinite(end(trial)))
            .sorted((a, b) -> Long.compare(a.seed(), b.seed()))
            .toList();
  }

  private static Optional<Double> worst(List<Result> trials) {
    return trials.stream().map(TimeToAccuracy::end).filter(Double::isFinite).min(Double::compare);
  }

  /** Validation accuracy of the last epoch. */
  private static double end(Result trial) {
    List<Epoch> history = trial.outcome().history();
    return history == null || history.isEmpty()
        ? Double.NaN
        : history.get(history.size() - 1).validationTop1();
  }
}
