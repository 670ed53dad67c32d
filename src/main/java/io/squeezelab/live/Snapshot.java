package io.squeezelab.live;

import io.squeezelab.spec.Default;
import java.util.List;

/**
 * A running sweep at one moment: {@code live.json} in the results folder.
 *
 * @param name of the experiment
 * @param process its id on the machine it runs on
 * @param started ISO 8601, UTC
 * @param updated when this was taken, ISO 8601, UTC
 * @param seconds since the start, by a clock that does not jump
 * @param left about how many seconds more it takes; NaN while nothing is known
 * @param imagesPerSecond trained by all slots together, lately
 * @param best so far; null while no arm has a completed trial with a validation accuracy
 * @param warnings the latest
 */
public record Snapshot(
    String name,
    Phase phase,
    long process,
    String started,
    String updated,
    double seconds,
    double left,
    double imagesPerSecond,
    Counts counts,
    @Default("null") Best best,
    List<Slot> slots,
    List<String> warnings) {

  /** The same counts of a sweep of which this is known otherwise. */
  Snapshot of(Phase other, String begun, String seen, double length) {
    double none = Double.NaN;
    return new Snapshot(
        name, other, process, begun, seen, length, none, 0, counts, best, slots, warnings);
  }

  /** What a sweep is doing. */
  public enum Phase {
    RUNNING,
    /** Trials are being put down, since somebody asked the sweep to stop. */
    STOPPING,
    /** Stopped before its end; the same command goes on. */
    STOPPED,
    /** Nothing is left to run. */
    ENDED,
    /** Its process is gone without a word. */
    LOST,
    /** Nobody has seen one. */
    ABSENT;

    public boolean over() {
      return this != RUNNING && this != STOPPING;
    }
  }

  /**
   * @param mean validation top-1 over its completed trials, a fraction
   * @param trials completed
   * @param seeds that it is to have
   */
  public record Best(String arm, double mean, int trials, int seeds) {}
}
