package io.squeezelab.analysis;

import io.squeezelab.cost.Cost;
import io.squeezelab.results.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A study in one row an arm, in the order of the experiment file.
 *
 * @param contrasts of the arms with the baseline
 * @param networks of the arms with baselines of their own, where there are several networks
 */
public record Summary(List<Arm> arms, Contrasts contrasts, Optional<Networks> networks) {
  public Summary {
    arms = List.copyOf(arms);
  }

  public static Summary of(Study study) {
    Map<String, List<Result>> byArm = study.byArm();
    Pairs pairs = Pairs.of(study);
    Contrasts contrasts = Contrasts.of(study, pairs);
    List<Arm> arms = new ArrayList<>();
    for (String label : study.arms()) {
      List<Result> trials = byArm.getOrDefault(label, List.of());
      Estimate difference = contrasts.row(label).map(Contrast::difference).orElse(Estimate.NONE);
      arms.add(arm(label, trials, study, pairs.top1(label).values(), difference));
    }
    return new Summary(arms, contrasts, Networks.of(study, pairs));
  }

  /**
   * What is found of each arm: beside its own baseline where there are several networks, else
   * beside the one that all have.
   */
  public Contrasts decisive() {
    return networks.map(Networks::own).orElse(contrasts);
  }

  /** Beside what, for people: {@code the baseline}, {@code the same with none}. */
  public String against() {
    return networks.map(Networks::against).orElse("the baseline");
  }

  /** Whether others are held against an arm, and it against nothing. */
  public boolean plain(Arm arm) {
    return arm.baseline()
        || networks.map(n -> n.baselines().containsValue(arm.label())).orElse(false);
  }

  public Optional<Arm> baseline() {
    return arms.stream().filter(Arm::baseline).findFirst();
  }

  /** Trials that completed, over all arms. */
  public int completed() {
    return arms.stream().mapToInt(a -> a.top1().n()).sum();
  }

  /** Trials that ended without a test accuracy and were not stopped early, over all arms. */
  public int unfinished() {
    return arms.stream().mapToInt(Arm::failed).sum();
  }

  /** Arms that the search stopped early. */
  public int stopped() {
    return (int) arms.stream().filter(a -> a.stopped() > 0).count();
  }

  /** Arms that ended at a rung and may go on. */
  public int paused() {
    return (int) arms.stream().filter(a -> a.paused() > 0).count();
  }

  /** The highest mean test accuracy; NaN where no trial completed. */
  public double highest() {
    return arms.stream()
        .mapToDouble(a -> a.top1().mean())
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  /** Labels of {@code most} arms at most, the baseline and the most accurate, in their order. */
  List<String> notable(int most) {
    Comparator<Arm> rank =
        Comparator.comparing(Arm::baseline)
            .thenComparingDouble(a -> a.top1().known() ? a.top1().mean() : -1)
            .reversed();
    List<Arm> kept = arms.stream().sorted(rank).limit(most).toList();
    return arms.stream().filter(kept::contains).map(Arm::label).toList();
  }

  private static Arm arm(
      String label,
      List<Result> trials,
      Study study,
      Collection<Double> top1,
      Estimate difference) {
    double[] values = top1.stream().mapToDouble(v -> v).toArray();
    return new Arm(
        label,
        label.equals(study.baseline()),
        Estimate.of(values),
        Arrays.stream(values).max().orElse(Double.NaN),
        difference,
        trials.stream().filter(r -> !Study.counts(r)).toList(),
        study.seeds().stream().filter(s -> trials.stream().noneMatch(r -> r.seed() == s)).toList(),
        (int) trials.stream().filter(study.choices()::stopped).count(),
        cost(trials),
        median(trials, r -> r.outcome().seconds()),
        median(trials, r -> r.outcome().imagesPerSecond()));
  }

  /** Of an arm by its trials; null where none has said. */
  static Cost cost(List<Result> trials) {
    return trials.stream().map(Result::cost).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static double median(List<Result> trials, ToDoubleFunction<Result> what) {
    return Estimate.median(trials.stream().filter(Study::counts).mapToDouble(what).toArray());
  }
}
