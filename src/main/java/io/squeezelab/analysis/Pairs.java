package io.squeezelab.analysis;

import io.squeezelab.results.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Test accuracies of a study by arm and seed, to be taken in pairs: two arms that saw the same
 * batches differ by what they are, and not by their luck with a seed. Accuracies are fractions.
 */
public final class Pairs {
  private final Map<String, SortedMap<Long, Double>> top1 = new HashMap<>();
  private final Map<String, List<Result>> byArm;
  private final Set<String> stopped;

  private Pairs(Map<String, List<Result>> byArm, Set<String> stopped) {
    this.byArm = byArm;
    this.stopped = stopped;
    byArm.forEach((arm, trials) -> top1.put(arm, top1(trials)));
  }

  public static Pairs of(Study study) {
    return new Pairs(study.byArm(), study.choices().stopped().keySet());
  }

  /** Test accuracy of an arm by seed, of the trials that have one. */
  public SortedMap<Long, Double> top1(String arm) {
    return top1.getOrDefault(arm, new TreeMap<>());
  }

  /**
   * Accuracies of one arm less those of the other, over the seeds that both have, by seed; none
   * where they share no seed.
   */
  public double[] differences(String arm, String other) {
    return bySeed(arm, other).values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The same with their seeds. */
  SortedMap<Long, Double> bySeed(String arm, String other) {
    SortedMap<Long, Double> differences = new TreeMap<>(top1(other));
    differences.keySet().retainAll(top1(arm).keySet());
    differences.replaceAll((seed, reference) -> top1(arm).get(seed) - reference);
    return differences;
  }

  /**
   * Whether the search stopped a trial of the arm, or put it by: its other seeds went on for their
   * accuracy, and are no sample of it.
   */
  public boolean halted(String arm) {
    return byArm.getOrDefault(arm, List.of()).stream().anyMatch(Study::halted);
  }

  /** What was done to an arm that was halted: stopped for good, or put by. */
  String halt(String arm) {
    return stopped.contains(arm) ? "stopped early by the search" : "paused, may go on";
  }

  /** Why these are not compared, whatever their seeds; empty where they are. */
  String obstacle(List<String> arms) {
    for (String arm : arms) {
      if (halted(arm)) {
        return arm + " is compared with nothing: " + halt(arm);
      }
    }
    return arms.stream()
        .filter(arm -> top1(arm).isEmpty())
        .findFirst()
        .map(arm -> arm + " has no completed trial")
        .orElse("");
  }

  private static SortedMap<Long, Double> top1(List<Result> trials) {
    SortedMap<Long, Double> bySeed = new TreeMap<>();
    trials.stream()
        .filter(Study::counts)
        .forEach(r -> bySeed.put(r.seed(), r.outcome().metrics().top1()));
    return bySeed;
  }
}
