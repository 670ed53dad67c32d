package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;

/** What excitations that compare a channel's positions ask of their descriptor. */
final class Positions {
  private Positions() {}

  /** One number for each kept position. */
  static Dims of(String excitation, Descriptor descriptor) {
    Keep keep = descriptor.keep();
    boolean kept = keep.positions() && keep != Keep.CROSS;
    Check.that(kept, "", excitation + " compares positions; the squeeze must keep them (none)");
    return descriptor.single(excitation);
  }

  /** A spread that divides by one less than there are positions needs two. */
  static void spread(boolean unbiased, Dims map) {
    boolean enough = !unbiased || map.pixels() > 1;
    Check.that(enough, "unbiased", "must be false on a map of one position");
  }
}
