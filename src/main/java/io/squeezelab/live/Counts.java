package io.squeezelab.live;

import io.squeezelab.trial.Outcome.Ending;
import java.util.Set;

/**
 * Trials of a sweep, each once, by how its last attempt ended; those that had a result before the
 * sweep started are counted too.
 *
 * @param stopped by the search, for good
 * @param paused early by the search, which may go on with them
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
    int paused,
    int underWay,
    int waiting,
    boolean open) {

  /**
   * @param decided arms that the search has decided against
   */
  static Counts of(Endings ended, Set<String> decided, int underWay, int waiting, boolean open) {
    int paused = ended.paused(decided);
    return new Counts(
        ended.count(Ending.COMPLETED),
        ended.count(Ending.FAILED),
        ended.count(Ending.DIVERGED),
        ended.count(Ending.OUT_OF_MEMORY),
        ended.count(Ending.TIMED_OUT),
        ended.count(Ending.STOPPED) - paused,
        paused,
        underWay,
        waiting,
        open);
  }

  /** Ended, and neither completed nor stopped by the search. */
  public int troubled() {
    return failed + diverged + outOfMemory + timedOut;
  }

  /** Those with a result that stands. */
  public int done() {
    return completed + stopped + troubled();
  }

  /** All that are known. */
  public int all() {
    return done() + paused + underWay + waiting;
  }
}
