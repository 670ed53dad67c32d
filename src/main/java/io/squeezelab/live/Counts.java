package io.squeezelab.live;

import io.squeezelab.trial.Outcome.Ending;
import java.util.Map;

/**
 * Trials of a sweep, each once, by how its last attempt ended; those that had a result before the
 * sweep started are counted too.
 *
 * @param stopped early, by the search
 * @param waiting for their turn
 * @param open whether more may follow, as the search decides
 */
public record Counts(
    int completed,
    int failed,
    int diverged,
    int outOfMemory,
    int timedOut,
    int stopped,
    int underWay,
    int waiting,
    boolean open) {

  static Counts of(Map<Ending, Integer> ended, int underWay, int waiting, boolean open) {
    return new Counts(
        ended.getOrDefault(Ending.COMPLETED, 0),
        ended.getOrDefault(Ending.FAILED, 0),
        ended.getOrDefault(Ending.DIVERGED, 0),
        ended.getOrDefault(Ending.OUT_OF_MEMORY, 0),
        ended.getOrDefault(Ending.TIMED_OUT, 0),
        ended.getOrDefault(Ending.STOPPED, 0),
        underWay,
        waiting,
        open);
  }

  /** Ended, and neither completed nor stopped by the search. */
  public int troubled() {
    return failed + diverged + outOfMemory + timedOut;
  }

  /** Those with a result. */
  public int done() {
    return completed + stopped + troubled();
  }

  /** All that are known. */
  public int all() {
    return done() + underWay + waiting;
  }
}
