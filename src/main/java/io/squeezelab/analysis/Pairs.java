package io.squeezelab.analysis;

import io.squeezelab.results.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Test accuracies of a study by arm and seed, to be taken in pairs: two arms that saw the same
 * batches differ by what they are, and not by their luck with a seed. Accuracies are fractions.
 */
public final class Pairs {
  private final Map<String, SortedMap<Long, Double>> top1 = new HashMap<>();
  private final Map<String, List<Result>> byArm;

  private Pairs(Map<String, List<Result>> byArm) {
    this.byArm = byArm;
    byArm.forEach((arm, trials) -> top1.put(arm, top1(trials)));
  }

  public static Pairs of(Study study) {
    return new Pairs(study.byArm());
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
    SortedMap<Long, Double> reference = top1(other);
    return top1(arm).entrySet().stream()
        .filter(e -> reference.containsKey(e.getKey()))
        .mapToDouble(e -> e.getValue() - reference.get(e.getKey()))
        .toArray();
  }

  /**
   * Whether the search stopped a trial of the arm, or put it by: its other seeds went on for their
   * accuracy, and are no sample of it.
   */
  public boolean halted(String arm) {
    return byArm.getOrDefault(arm, List.of()).stream().anyMatch(Study::halted);
  }

  private static SortedMap<Long, Double> top1(List<Result> trials) {
    SortedMap<Long, Double> bySeed = new TreeMap<>();
    trials.stream()
        .filter(Study::counts)
        .forEach(r -> bySeed.put(r.seed(), r.outcome().metrics().top1()));
    return bySeed;
  }
}
