package io.squeezelab.live;

import io.squeezelab.live.Snapshot.Best;
import io.squeezelab.trial.Outcome.Ending;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How trials have ended that have a result, each by its last attempt. */
final class Endings {
  private record Last(String arm, Ending ending) {}

  private final Map<String, Last> all = new HashMap<>();
  private final Map<Ending, Integer> counts = new EnumMap<>(Ending.class);
  private final Ranking ranking = new Ranking();

  /**
   * @param validation accuracy of a completed trial; NaN for others
   */
  void add(String id, String arm, Ending ending, double validation) {
    forget(id);
    all.put(id, new Last(arm, ending));
    counts.merge(ending, 1, Integer::sum);
    ranking.add(arm, validation);
  }

  /** A trial that is run again has no ending until it has the next. */
  void forget(String id) {
    Last before = all.remove(id);
    if (before != null) {
      counts.merge(before.ending, -1, Integer::sum);
    }
  }

  int count(Ending ending) {
    return counts.getOrDefault(ending, 0);
  }

  /** Those that ended early of arms that their search has not decided against. */
  int paused(Set<String> stopped) {
    boolean none = count(Ending.STOPPED) == 0;
    return none
        ? 0
        : (int)
            all.values().stream()
                .filter(one -> one.ending == Ending.STOPPED && !stopped.contains(one.arm))
                .count();
  }

  Best best(int seeds) {
    return ranking.best(seeds);
  }
}
