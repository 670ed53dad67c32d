package io.squeezelab.attention.squeeze;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;

/**
 * How far a squeeze gathers: over the whole map, or over neighbourhoods whose centres are E
 * positions apart, which leaves ⌈H/E⌉ x ⌈W/E⌉ of them.
 *
 * @param side E, or 0 for the whole map
 */
@Text("global, or how far neighbourhoods are apart: 2, 4, 8, …")
public record Reach(int side) {
  private static final int LONGEST = 1 << 10;

  public static Reach parse(String text) {
    if (text.trim().equals("global")) {
      return new Reach(0);
    }
    int side = text.trim().matches("\\d{1,5}") ? Integer.parseInt(text.trim()) : 0;
    if (side < 2 || side > LONGEST) {
      throw new Problem("", "must be global, or from 2 to " + LONGEST + "; is '" + text + "'");
    }
    return new Reach(side);
  }

  public boolean global() {
    return side == 0;
  }

  /** For squeezes that get there by halving the map again and again. */
  void checkHalves(String field) {
    boolean halves = Integer.bitCount(side) < 2;
    Check.that(halves, field, "must be global, or a power of two from 2 on; is " + side);
  }

  /** Halvings of the map that give neighbourhoods of this side: log₂(E). */
  public int halvings() {
    return Integer.numberOfTrailingZeros(side);
  }

  /** One position for each neighbourhood. */
  public Dims of(Dims map) {
    int step = global() ? LONGEST * LONGEST : side;
    return new Dims(map.channels(), (map.height() - 1) / step + 1, (map.width() - 1) / step + 1);
  }

  @Override
  public String toString() {
    return global() ? "global" : Integer.toString(side);
  }
}
