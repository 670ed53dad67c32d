package io.squeezelab.analysis;

import io.squeezelab.results.Result;
import io.squeezelab.train.Epoch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What arms reached epoch by epoch, seeds averaged. Only completed trials take part, so that a
 * curve is the mean of the same seeds from its first epoch to its last.
 *
 * @param curves in the order of the experiment file; an arm without a completed trial has none
 */
public record Curves(List<Curve> curves) {

  /** One arm's history, by epoch from the first. */
  public record Curve(String label, boolean baseline, List<Step> steps) {
    public Curve {
      steps = List.copyOf(steps);
    }

    public Step last() {
      return steps.get(steps.size() - 1);
    }

    /** Validation accuracy of the last epoch; below all others where there is none. */
    private double end() {
      return last().top1().n() > 0 ? last().top1().mean() : -1;
    }
  }

  /**
   * @param top1 validation accuracy, as a fraction
   * @param loss training loss in nats, label smoothing included
   */
  public record Step(int epoch, Band top1, Band loss) {}

  /**
   * A mean and what the seeds say around it: the 95 % Student interval of the mean from three seeds
   * on; from the lower to the higher value with two, where Student's interval is thirteen standard
   * errors to each side and would hide the curves; nothing (NaN) with one.
   */
  public record Band(int n, double mean, double low, double high) {
    static Band of(double... values) {
      Estimate of = Estimate.of(values);
      if (values.length != 2) {
        return new Band(of.n(), of.mean(), of.low(), of.high());
      }
      double low = Math.min(values[0], values[1]);
      return new Band(2, of.mean(), low, Math.max(values[0], values[1]));
    }
  }

  public Curves {
    curves = List.copyOf(curves);
  }

  public static Curves of(Study study) {
    List<Curve> curves = new ArrayList<>();
    Map<String, List<Result>> byArm = study.byArm();
    for (String arm : study.arms()) {
      List<List<Epoch>> histories =
          byArm.getOrDefault(arm, List.of()).stream()
              .filter(Study::counts)
              .map(Curves::history)
              .filter(h -> !h.isEmpty())
              .toList();
      if (!histories.isEmpty()) {
        curves.add(new Curve(arm, arm.equals(study.baseline()), steps(histories)));
      }
    }
    return new Curves(curves);
  }

  /** Whether an arm has a validation accuracy: without a validation split, none has. */
  public boolean validated() {
    return curves.stream().flatMap(c -> c.steps().stream()).anyMatch(s -> s.top1().n() > 0);
  }

  /** Whether there are curves, but of the training loss alone. */
  public boolean blind() {
    return !validated() && !curves.isEmpty();
  }

  /**
   * At most {@code most} curves: the baseline and those that end highest in validation accuracy; in
   * the order of the experiment file.
   */
  public Curves highest(int most) {
    Set<String> kept =
        curves.stream()
            .sorted(
                Comparator.comparing(Curve::baseline).thenComparingDouble(Curve::end).reversed())
            .limit(most)
            .map(Curve::label)
            .collect(Collectors.toSet());
    return new Curves(curves.stream().filter(c -> kept.contains(c.label())).toList());
  }

  private static List<Epoch> history(Result result) {
    List<Epoch> history = result.outcome().history();
    return history == null ? List.of() : history;
  }

  private static List<Step> steps(List<List<Epoch>> histories) {
    Set<Integer> epochs = new TreeSet<>();
    histories.forEach(h -> h.forEach(e -> epochs.add(e.epoch())));
    return epochs.stream()
        .map(e -> new Step(e, band(histories, e, Epoch::validationTop1), loss(histories, e)))
        .toList();
  }

  private static Band loss(List<List<Epoch>> histories, int epoch) {
    return band(histories, epoch, Epoch::loss);
  }

  private static Band band(List<List<Epoch>> all, int epoch, ToDoubleFunction<Epoch> what) {
    return Band.of(
        all.stream()
            .flatMap(List::stream)
            .filter(e -> e.epoch() == epoch)
            .mapToDouble(what)
            .filter(Double::isFinite)
            .toArray());
  }
}
