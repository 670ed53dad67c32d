package io.squeezelab.train;

/** Thrown when the loss is no longer a number. */
public final class Diverged extends RuntimeException {
  private static final long serialVersionUID = 1;

  Diverged(String message) {
    super(message);
  }

  /**
   * The last step may ruin the weights after the last training loss was seen, so every loss is
   * checked.
   *
   * @throws Diverged unless the loss is a finite number
   */
  static void check(String what, double loss, int epoch) {
    if (!Double.isFinite(loss)) {
      throw new Diverged("the " + what + " was " + loss + " in epoch " + epoch);
    }
  }
}
