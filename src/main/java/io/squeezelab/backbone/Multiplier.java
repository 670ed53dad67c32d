package io.squeezelab.backbone;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.From;

/**
 * A factor for the channels of a network: the nearest multiple of 8 to c·factor, halves upwards,
 * and one multiple more where that is below nine tenths of it.
 */
@From(value = "MobileNetV2, released code", link = "https://arxiv.org/abs/1801.04381")
record Multiplier(double factor) {
  private static final int MULTIPLE = 8;
  private static final double MOST = 64;

  static Multiplier of(String field, double factor) {
    Check.above(field, 0, factor);
    Check.atMost(field, MOST, factor);
    return new Multiplier(factor);
  }

  int of(int channels) {
    if (factor == 1) {
      return channels;
    }
    return nearest(channels * factor);
  }

  /** The multiple of 8 that is taken for so many channels. */
  static int nearest(double wanted) {
    int nearest = Math.max(MULTIPLE, (int) (wanted + MULTIPLE / 2.0) / MULTIPLE * MULTIPLE);
    return nearest < 0.9 * wanted ? nearest + MULTIPLE : nearest;
  }

  /** The same, but never fewer than without the factor. */
  int atLeast(int channels) {
    return Math.max(channels, of(channels));
  }
}
