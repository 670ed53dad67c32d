package io.squeezelab.spec;

/**
 * A request that cannot be met, said in one message to the person who made it. Commands print the
 * message, without a stack trace, and exit with 2.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadInput(String message) {
    super(message);
  }

  public BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}
