package io.squeezelab.experiment;

/**
 * How an arm's cost was brought to a target.
 *
 * @param free path of the field that was free
 * @param value what it was set to
 * @param measure {@code parameters} or {@code MACs}
 * @param target cost to reach
 * @param cost that is reached
 */
public record Matched(String free, int value, String measure, long target, long cost) {

  /** How far the cost is off the target, as a share of it; above 0 where it is higher. */
  public double off() {
    return (double) (cost - target) / target;
  }
}
