package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;

/** What excitations of a height and a width profile ask of their descriptor. */
final class Crossing {
  private Crossing() {}

  static void check(Descriptor descriptor) {
    Check.that(
        descriptor.keep() == Keep.CROSS, "", "relates two profiles; the squeeze must keep cross");
    Dims map = descriptor.map();
    boolean whole = descriptor.shape().height() == map.height() + map.width();
    Check.that(whole && descriptor.shape().width() == 1, "", "needs profiles of the whole map");
  }
}
