package io.squeezelab.train;

/**
 * The learning rate of each step: a pure function. Warm-up is counted in epochs: over its W steps
 * the rate grows linearly, {@code (t + 1) / W} of the full rate in step t.
 */
public sealed interface Rate permits Constant, Step, Multistep, Cosine, OneCycle, Rate.Custom {

  /**
   * @param step from 0
   */
  double at(int step, Span span);

  /** Refuses, by a {@link io.squeezelab.spec.Problem}, epochs beyond the training's. */
  default void check(int epochs) {}

  /** For schedules from other jars and cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Rate {}

  /** The linear rise to {@code full}, or {@code after} when it is over. */
  static double warm(int step, int warmUpSteps, double full, double after) {
    return step < warmUpSteps ? full * (step + 1) / warmUpSteps : after;
  }
}
