package io.squeezelab.live;

import io.squeezelab.live.Snapshot.Best;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Which arm has the best mean validation accuracy. Seeds run in turn, so arms that are as far as
 * any, or one seed behind, are compared; an arm of one lucky seed beside others of five is not.
 */
final class Ranking {
  private final Map<String, Means> arms = new HashMap<>();

  private record Means(double sum, int trials) {
    Means plus(Means other) {
      return new Means(sum + other.sum, trials + other.trials);
    }

    double mean() {
      return sum / trials;
    }
  }

  /**
   * @param validation accuracy of a completed trial; NaN where nothing was held out
   */
  void add(String arm, double validation) {
    if (Double.isFinite(validation)) {
      arms.merge(arm, new Means(validation, 1), Means::plus);
    }
  }

  /** Null while there is none. */
  Best best(int seeds) {
    int most = arms.values().stream().mapToInt(Means::trials).max().orElse(0);
    return arms.entrySet().stream()
        .filter(arm -> arm.getValue().trials >= most - 1)
        .max(
            Comparator.comparingDouble((Map.Entry<String, Means> arm) -> arm.getValue().mean())
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(arm -> best(arm.getKey(), arm.getValue(), seeds))
        .orElse(null);
  }

  private static Best best(String arm, Means means, int seeds) {
    return new Best(arm, means.mean(), means.trials, Math.max(seeds, means.trials));
  }
}
