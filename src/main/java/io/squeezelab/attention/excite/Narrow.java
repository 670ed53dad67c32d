package io.squeezelab.attention.excite;

import io.squeezelab.spec.Check;

/**
 * How wide the middle of a bottleneck is: the nearest multiple of a divisor to C/r, halves upwards,
 * and one multiple more where that takes away too much (MobileNet's rule, as in most libraries).
 *
 * @param reduction r
 * @param minimum least C/r, before it becomes a multiple; the width is never below the divisor
 * @param hidden the width itself, whatever the others say; 0 to go by them
 * @param limit one multiple more where the nearest is below this share of C/r; 0 for never
 */
public record Narrow(
    int reduction, int minimum, int divisor, int hidden, Rounding rounding, double limit) {
  private static final int MOST = 65_537;

  /** Whether C/r becomes whole before the nearest multiple is looked for. */
  public enum Rounding {
    DOWN,
    NEAREST
  }

  public Narrow {
    Check.atLeast("reduction", 1, reduction);
    Check.within("minimum", 1, MOST, minimum);
    Check.within("divisor", 1, MOST, divisor);
    Check.within("hidden", 0, MOST, hidden);
    Check.atLeast("limit", 0, limit);
    Check.atMost("limit", 1, limit);
  }

  /** C/r rounded down, at least 1. */
  static Narrow by(int reduction) {
    return new Narrow(reduction, 1, 1, 0, Rounding.DOWN, 0);
  }

  /** The width for C channels. */
  public int of(int channels) {
    if (hidden > 0) {
      return hidden;
    }
    double share = (double) channels / reduction;
    double wanted = Math.max(minimum, rounding == Rounding.DOWN ? Math.floor(share) : share);
    int nearest = Math.max(divisor, (int) (wanted + divisor / 2.0) / divisor * divisor);
    return nearest < limit * wanted ? nearest + divisor : nearest;
  }
}
