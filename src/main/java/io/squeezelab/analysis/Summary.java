package io.squeezelab.analysis;

import io.squeezelab.cost.Cost;
import io.squeezelab.results.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** A study in one row an arm, in the order of the experiment file. */
public record Summary(List<Arm> arms) {
  public Summary {
    arms = List.copyOf(arms);
  }

  public static Summary of(Study study) {
    Map<String, List<Result>> byArm = study.byArm();
    Map<Long, Double> reference = top1(byArm.getOrDefault(study.baseline(), List.of()));
    List<Arm> arms = new ArrayList<>();
    for (String label : study.arms()) {
      boolean baseline = label.equals(study.baseline());
      List<Result> trials = byArm.getOrDefault(label, List.of());
      arms.add(arm(label, trials, study, baseline, reference));
    }
    return new Summary(arms);
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

  private static Arm arm(
      String label,
      List<Result> trials,
      Study study,
      boolean baseline,
      Map<Long, Double> reference) {
    Map<Long, Double> top1 = top1(trials);
    return new Arm(
        label,
        baseline,
        estimate(top1.values()),
        top1.values().stream().mapToDouble(v -> v).max().orElse(Double.NaN),
        baseline || trials.stream().anyMatch(Study::halted)
            ? Estimate.NONE
            : difference(top1, reference),
        trials.stream().filter(r -> !Study.counts(r)).toList(),
        study.seeds().stream().filter(s -> trials.stream().noneMatch(r -> r.seed() == s)).toList(),
        (int) trials.stream().filter(study.choices()::stopped).count(),
        cost(trials),
        median(trials, r -> r.outcome().seconds()),
        median(trials, r -> r.outcome().imagesPerSecond()));
  }

  /** Test accuracy by seed, of the trials that have one. */
  private static Map<Long, Double> top1(List<Result> trials) {
    Map<Long, Double> bySeed = new TreeMap<>();
    trials.stream()
        .filter(Study::counts)
        .forEach(r -> bySeed.put(r.seed(), r.outcome().metrics().top1()));
    return bySeed;
  }

  private static Estimate difference(Map<Long, Double> top1, Map<Long, Double> reference) {
    return estimate(
        top1.keySet().stream()
            .filter(reference::containsKey)
            .map(seed -> top1.get(seed) - reference.get(seed))
            .toList());
  }

  private static Estimate estimate(Iterable<Double> values) {
    List<Double> list = new ArrayList<>();
    values.forEach(list::add);
    return Estimate.of(list.stream().mapToDouble(v -> v).toArray());
  }

  private static Cost cost(List<Result> trials) {
    return trials.stream().map(Result::cost).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static double median(List<Result> trials, ToDoubleFunction<Result> what) {
    return Estimate.median(trials.stream().filter(Study::counts).mapToDouble(what).toArray());
  }
}
