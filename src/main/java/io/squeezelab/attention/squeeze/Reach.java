package io.squeezelab.attention.squeeze;

import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;

/**
 * How far a squeeze gathers: over the whole map, or over neighbourhoods whose side E is a power of
 * two, which leaves ⌈H/E⌉ x ⌈W/E⌉ of them.
 *
 * @param side E, or 0 for the whole map
 */
@Text("global, or a power of two: 2, 4, 8, …")
public record Reach(int side) {
  private static final int LONGEST = 1 << 16;

  public static Reach parse(String text) {
    if (text.trim().equals("global")) {
      return new Reach(0);
    }
    int side = text.trim().matches("\\d{1,5}") ? Integer.parseInt(text.trim()) : 0;
    if (side < 2 || side > LONGEST || Integer.bitCount(side) != 1) {
      throw new Problem("", "must be global, or a power of two from 2 on; is '" + text + "'");
    }
    return new Reach(side);
  }

  public boolean global() {
    return side == 0;
  }

  /** Halvings of the map that give neighbourhoods of this side: log₂(E). */
  public int halvings() {
    return Integer.numberOfTrailingZeros(side);
  }

  @Override
  public String toString() {
    return global() ? "global" : Integer.toString(side);
  }
}
