package io.squeezelab.search;

import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An arm by its validation accuracy, once all its seeds have told theirs. Test results are not
 * looked at.
 */
final class Judged {
  private final int seeds;
  private final Map<Long, OptionalDouble> accuracies = new HashMap<>();

  Judged(int seeds) {
    this.seeds = seeds;
  }

  /**
   * Of a trial that ended: what it reached after an epoch, or with the weights that it chose.
   *
   * @param epoch 0 for the trial as it ended; of one that did not complete nothing is known then
   */
  static OptionalDouble accuracy(Outcome outcome, int epoch) {
    if (epoch == 0) {
      return outcome.completed()
          ? number(outcome.metrics().validationTop1())
          : OptionalDouble.empty();
    }
    List<Epoch> history = outcome.history();
    return history.size() < epoch
        ? OptionalDouble.empty()
        : number(history.get(epoch - 1).validationTop1());
  }

  private static OptionalDouble number(double accuracy) {
    return Double.isNaN(accuracy) ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
  }

  /** What a seed reached, if it came so far; whether it was the last that was missing. */
  boolean tell(long seed, OptionalDouble accuracy) {
    return accuracies.put(seed, accuracy) == null && complete();
  }

  boolean knows(long seed) {
    return accuracies.containsKey(seed);
  }

  boolean complete() {
    return accuracies.size() == seeds;
  }

  /** The mean over its seeds, below all others where one of them failed. */
  double mean() {
    return mean(accuracies.values()).orElse(Double.NEGATIVE_INFINITY);
  }

  boolean failed() {
    return accuracies.values().stream().anyMatch(OptionalDouble::isEmpty);
  }

  /** Empty where one is unknown; the same in whatever order they came. */
  static OptionalDouble mean(Collection<OptionalDouble> accuracies) {
    if (accuracies.isEmpty() || accuracies.stream().anyMatch(OptionalDouble::isEmpty)) {
      return OptionalDouble.empty();
    }
    double[] sorted =
        accuracies.stream().mapToDouble(OptionalDouble::getAsDouble).sorted().toArray();
    double sum = 0;
    for (double one : sorted) {
      sum += one;
    }
    return OptionalDouble.of(sum / sorted.length);
  }
}
