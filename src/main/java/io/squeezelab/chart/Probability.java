package io.squeezelab.chart;

import io.squeezelab.analysis.Numbers;

/** How p-values are written. */
final class Probability {
  private Probability() {}

  static String text(double p) {
    return p < 0.001 ? "<0.001" : p > 0.9995 ? "1" : Numbers.measure(p);
  }
}
