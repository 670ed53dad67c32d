package io.squeezelab.train;

/** Thrown when the loss is no longer a number. */
public final class Diverged extends RuntimeException {
  private static final long serialVersionUID = 1;

  Diverged(String message) {
    super(message);
  }
}
