package io.squeezelab.live;

import io.squeezelab.spec.Default;

/**
 * A place where trials run, one after another.
 *
 * @param number from 1
 * @param device {@code cpu}, {@code gpu:0}
 * @param work what runs there; null while nothing does
 */
public record Slot(int number, String device, @Default("null") Work work) {

  /**
   * A trial under way.
   *
   * @param epoch under way, from 1; 0 before the first step
   * @param epochs after which it ends
   * @param step of the epoch that is done
   * @param imagesPerSecond trained, lately; NaN before the first word of it
   * @param seconds since it began
   */
  public record Work(
      String id,
      String arm,
      long seed,
      int attempt,
      int epoch,
      int epochs,
      int step,
      int steps,
      double imagesPerSecond,
      double seconds) {}
}
