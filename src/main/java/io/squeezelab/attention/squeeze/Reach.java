package io.squeezelab.attention.squeeze;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;

/**
 * How far a neighbourhood reaches: E positions from one neighbourhood's centre to the next, each
 * 2·E - 1 long, or the whole map, written {@code global}.
 *
 * @param extent E; 0 for the whole map
 */
@Text("an extent of at least 2 positions, or global")
public record Reach(int extent) {
  public static final Reach GLOBAL = new Reach(0);

  public Reach {
    boolean known = extent == 0 || extent >= 2 && extent <= 1024;
    Check.that(known, "", "must be from 2 to 1024, or global; is " + extent);
  }

  public static Reach parse(String text) {
    if (text.trim().equals("global")) {
      return GLOBAL;
    }
    if (!text.trim().matches("\\d{1,4}") || Integer.parseInt(text.trim()) == 0) {
      throw new Problem("", "must be from 2 to 1024, or global; is '" + text + "'");
    }
    return new Reach(Integer.parseInt(text.trim()));
  }

  public boolean global() {
    return extent == 0;
  }

  /** One position for each neighbourhood: (C, ⌈H/E⌉, ⌈W/E⌉). */
  public Dims of(Dims map) {
    return global()
        ? new Dims(map.channels(), 1, 1)
        : new Dims(map.channels(), among(map.height()), among(map.width()));
  }

  private int among(int positions) {
    return (positions + extent - 1) / extent;
  }

  @Override
  public String toString() {
    return global() ? "global" : Integer.toString(extent);
  }
}
