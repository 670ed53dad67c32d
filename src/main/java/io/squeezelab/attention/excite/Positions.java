package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;

/** What excitations that compare a channel's positions ask of their descriptor. */
final class Positions {
  private Positions() {}

  /** One number for each channel and kept position. */
  static Dims of(String excitation, Descriptor descriptor) {
    Keep keep = descriptor.keep();
    boolean kept = keep.keeps(1) && keep.positions() && keep != Keep.CROSS;
    Check.that(
        kept, "", excitation + " compares each channel's positions; squeeze none keeps them");
    boolean several = descriptor.shape().pixels() > 1 || descriptor.map().pixels() == 1;
    Check.that(several, "", excitation + " compares positions, but is given one of the whole map");
    return descriptor.single(excitation);
  }

  /** Whole maps of several channels. */
  static Dims all(String excitation, Descriptor descriptor) {
    boolean whole = descriptor.keep() == Keep.ALL;
    Check.that(whole, "", excitation + " works on whole maps; only squeeze none keeps all");
    return descriptor.single(excitation);
  }

  /** What the squared deviations of all positions are divided by; a single one has none. */
  static long freedom(Dims map, boolean unbiased) {
    return unbiased ? Math.max(map.pixels() - 1, 1) : map.pixels();
  }
}
