package io.squeezelab.search;

import io.squeezelab.trial.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What earlier runs of a search stored, of each trial how far it came. */
final class Recalled {
  private final Map<Point, Map<Long, Outcome>> arms = new LinkedHashMap<>();

  void add(Point arm, long seed, Outcome stored) {
    arms.computeIfAbsent(arm, one -> new HashMap<>())
        .merge(seed, stored, (old, now) -> now.history().size() < old.history().size() ? old : now);
  }

  /** In the order in which they were stored first. */
  List<Point> arms() {
    return new ArrayList<>(arms.keySet());
  }

  Map<Long, Outcome> of(Point arm) {
    return arms.get(arm);
  }

  void clear() {
    arms.clear();
  }

  /**
   * The comparison that an arm's trials were under way to when they ended, or wait at; behind the
   * last one, their end.
   *
   * @param epochs after which there are comparisons
   */
  static int aim(Collection<Outcome> trials, List<Integer> epochs) {
    return trials.stream().mapToInt(stored -> aim(stored, epochs)).max().orElse(0);
  }

  private static int aim(Outcome stored, List<Integer> epochs) {
    int done = stored.history().size();
    int passed = (int) epochs.stream().filter(epoch -> epoch <= done).count();
    boolean waits =
        passed > 0 && stored.ending() == Outcome.Ending.STOPPED && done == epochs.get(passed - 1);
    return waits ? passed - 1 : passed;
  }
}
