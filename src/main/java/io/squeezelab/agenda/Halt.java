package io.squeezelab.agenda;

/**
 * Why a sweep gives out no more jobs although there are some.
 *
 * @param reason as a clause: {@code the budget of 2h is used up}
 * @param further how to go on, as an order: {@code run the same command again}
 * @param failed whether this is a failure of the sweep, and not what it was asked for
 */
public record Halt(String reason, String further, boolean failed) {
  /** How to go on with what is left. */
  public static final String SAME = "run the same command again to go on";
}
