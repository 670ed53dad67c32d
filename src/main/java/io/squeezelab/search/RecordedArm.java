package io.squeezelab.search;

import io.squeezelab.cost.Cost;
import io.squeezelab.trial.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An arm all of whose trials have ended, for a {@link Simulator}.
 *
 * @param factors its level on each axis that has a meaning for it, as people read it
 * @param outcomes by seed
 */
public record RecordedArm(
    String label, Map<String, String> factors, Cost cost, Map<Long, Outcome> outcomes) {
  public RecordedArm {
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors)); // in order
    outcomes = Map.copyOf(outcomes);
  }

  /** Mean validation accuracy over its seeds; empty where one did not complete. */
  public OptionalDouble accuracy() {
    return Judged.mean(
        outcomes.values().stream().map(outcome -> Judged.accuracy(outcome, 0)).toList());
  }

  /** Epochs of its longest trial: of one that completed, all that it has. */
  int epochs() {
    return outcomes.values().stream().mapToInt(one -> one.history().size()).max().orElse(0);
  }
}
