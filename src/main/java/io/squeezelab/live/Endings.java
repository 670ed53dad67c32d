package io.squeezelab.live;

import io.squeezelab.live.Snapshot.Best;
import io.squeezelab.trial.Outcome.Ending;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Trials that have a result, each by its last attempt. */
final class Past {
  private final Map<String, Ending> last = new HashMap<>();
  private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
  private final Ranking ranking = new Ranking();

  /**
   * @param validation accuracy of a completed trial; NaN for others
   */
  void add(String id, String arm, Ending ending, double validation) {
    forget(id);
    last.put(id, ending);
    endings.merge(ending, 1, Integer::sum);
    ranking.add(arm, validation);
  }

  /** A trial that is run again has no ending until it has the next. */
  void forget(String id) {
    Ending before = last.remove(id);
    if (before != null) {
      endings.merge(before, -1, Integer::sum);
    }
  }

  Map<Ending, Integer> endings() {
    return endings;
  }

  Best best(int seeds) {
    return ranking.best(seeds);
  }
}
