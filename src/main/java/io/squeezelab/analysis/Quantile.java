package io.squeezelab.analysis;

import java.util.Arrays;

/** Quantiles of a sample, between neighbouring values by linear interpolation (R's type 7). */
final class Quantile {
  private Quantile() {}

  /**
   * @param share from 0, the lowest value, to 1, the highest
   * @return NaN without values
   */
  static double of(double share, double... values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    double low = sorted[(int) Math.floor(place)];
    return low + (sorted[(int) Math.ceil(place)] - low) * (place - Math.floor(place));
  }
}
