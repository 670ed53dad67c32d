package io.squeezelab.trial;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Period;
import io.squeezelab.spec.Room;
import java.util.List;

/**
 * When a trial writes down where it is, whichever comes first, and what stays of it.
 *
 * @param epochs after every so many epochs; 0 for never
 * @param time once this has passed since the last one, also within an epoch; null for never
 * @param keep whose weights stay as files when the trial has completed
 * @param disk the most that all checkpoints of a results folder may take together; null for no
 *     bound
 */
public record Checkpoints(
    @Default("0") int epochs,
    @Default("10m") Period time,
    @Default("[]") List<Keep> keep,
    @Default("null") Room disk) {
  public Checkpoints {
    Check.atLeast("epochs", 0, epochs);
    Check.that(keep.size() == keep.stream().distinct().count(), "keep", "has one twice");
    keep = List.copyOf(keep);
  }

  public Checkpoints(int epochs, Period time) {
    this(epochs, time, List.of(), null);
  }

  /** An epoch whose weights stay. */
  public enum Keep {
    LAST,
    BEST
  }
}
