package io.squeezelab.trial;

import io.squeezelab.spec.Default;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Metrics;
import java.util.List;

/**
 * How a trial ended.
 *
 * @param reason in one sentence, for the endings that need one; empty for a completed trial
 * @param metrics null unless the trial completed
 * @param history the epochs that were finished
 * @param seconds wall-clock of the whole trial, loading included; of one that went on from a
 *     checkpoint, of all its parts up to the checkpoints it went on from
 * @param imagesPerSecond training speed without evaluation: the median of the epochs that went
 *     through in one go; NaN before the first, and where the process did not live to tell
 * @param start how much of a weights file was loaded; empty where there was none to load
 * @param microBatch images that went through the network at once, where memory asked for fewer than
 *     the batch; 0 for the batch. Norms then see fewer images, so numbers differ
 * @param resumed how many times it went on from a checkpoint
 */
public record Outcome(
    Ending ending,
    @Default("''") String reason,
    @Default("null") Metrics metrics,
    List<Epoch> history,
    double seconds,
    double imagesPerSecond,
    Provenance provenance,
    @Default("''") String start,
    @Default("0") int microBatch,
    @Default("0") int resumed) {

  /** Of a trial that starts from its seed alone, and runs in one go. */
  public Outcome(
      Ending ending,
      String reason,
      Metrics metrics,
      List<Epoch> history,
      double seconds,
      double imagesPerSecond,
      Provenance provenance) {
    this(ending, reason, metrics, history, seconds, imagesPerSecond, provenance, "", 0, 0);
  }

  /** The ways in which a trial can end; only {@link #COMPLETED} has metrics. */
  public enum Ending {
    COMPLETED,
    FAILED,
    /** The loss became NaN or infinite. */
    DIVERGED,
    OUT_OF_MEMORY,
    TIMED_OUT,
    /** Ended early by a scheduler. */
    STOPPED
  }

  public boolean completed() {
    return ending == Ending.COMPLETED;
  }

  /** Whether no attempt goes on from its checkpoints any more: another one would start again. */
  public boolean over() {
    return completed() || ending == Ending.DIVERGED;
  }

  /** What a choice may look at: the same without what the test split said. */
  public Outcome untested() {
    return metrics == null ? this : with(ending, reason, metrics.untested(), history, seconds);
  }

  /** How it stood after so many of its epochs, of which it has at least as many. */
  public Outcome stoppedAfter(int epochs) {
    if (ending == Ending.STOPPED && history.size() == epochs) {
      return this;
    }
    List<Epoch> first = history.subList(0, epochs);
    double trained = first.stream().mapToDouble(Epoch::seconds).sum();
    return with(Ending.STOPPED, "", null, first, trained);
  }

  private Outcome with(Ending how, String why, Metrics reached, List<Epoch> epochs, double took) {
    return new Outcome(
        how, why, reached, epochs, took, imagesPerSecond, provenance, start, microBatch, resumed);
  }
}
