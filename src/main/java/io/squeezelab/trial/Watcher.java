package io.squeezelab.trial;

import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Pace;
import java.nio.file.Path;

/** Told of what happens in a trial. */
public interface Watcher {
  /**
   * An epoch is finished. Where a trial goes on from a checkpoint, those that were finished before
   * are told again first.
   */
  void epoch(Epoch epoch);

  /** The trial goes on from a checkpoint; told before the epochs that were finished. */
  default void earlier(Earlier parts) {}

  /** The training goes on; a few times a second at most. */
  default void pace(Pace pace) {}

  /**
   * Whether the trial is to write a checkpoint, where it has a folder for one, and to end without
   * an outcome; asked before every step.
   */
  default boolean stopping() {
    return false;
  }

  /**
   * Where the weights are to be written that were tested, once the trial has its numbers, which
   * stay the same; null for nowhere.
   */
  Path weights();

  /** Whether the gates are to be recorded once the trial has its numbers, which stay the same. */
  boolean wantsGates();

  /** What the gates gave; of a trial that completed. */
  void gates(Gates gates);

  /** Something that belongs in the trial's log, in one line or several. */
  void note(String text);

  /**
   * The failure behind an outcome that is none of the expected ones, or behind a missing record.
   */
  void trouble(Throwable failure);
}
