package io.squeezelab.attention.squeeze;

import io.squeezelab.engine.Init;
import io.squeezelab.spec.Check;
import java.util.SplittableRandom;

/** The orthonormal cosine basis of {@link Dct}: (C, h, w), each group of channels one wave. */
record Waves(Frequencies frequencies) implements Init {
  /** Side of the grid that frequencies are counted on. */
  private static final int GRID = 7;

  private static final int LONGEST = 1024;

  static void checkSide(String field, int side) {
    boolean fits = side == 0 || side >= GRID && side <= LONGEST;
    Check.that(fits, field, "must be 0 or from " + GRID + " to " + LONGEST + ", is " + side);
  }

  /** The map's own side for 0. */
  static int side(String field, int given, int own) {
    boolean fits = given > 0 || own >= GRID;
    Check.that(fits, field, "0 is the map's own, " + own + ", which must be at least " + GRID);
    return given > 0 ? given : own;
  }

  @Override
  public void fill(float[] into, long[] shape, SplittableRandom random) {
    int height = (int) shape[1];
    int width = (int) shape[2];
    int pixels = height * width;
    int group = (int) shape[0] / frequencies.number();
    for (int at = 0; at < into.length; at++) {
      int which = at / pixels / group;
      int u = frequencies.u(which) * (height / GRID);
      int v = frequencies.v(which) * (width / GRID);
      into[at] = (float) (wave(u, at % pixels / width, height) * wave(v, at % width, width));
    }
  }

  private static double wave(int frequency, int at, int length) {
    double cosine = StrictMath.cos(StrictMath.PI * frequency * (at + 0.5) / length);
    return cosine * StrictMath.sqrt((frequency == 0 ? 1.0 : 2.0) / length);
  }
}
