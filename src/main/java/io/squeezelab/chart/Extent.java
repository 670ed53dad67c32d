package io.squeezelab.chart;

import java.util.Arrays;
import org.jfree.data.Range;

/** How far an axis reaches. */
final class Extent {
  private static final double MARGIN = 0.08;

  private Extent() {}

  /**
   * Room around values, and around their error bars as far as these do not push the values
   * together: bars get at most one and a half times the values' own spread on each side.
   *
   * @param values NaN values are left out
   * @param bars ends of error bars; NaN for none
   * @param least width of the axis where all values are equal, or nearly
   */
  static Range of(double[] values, double[] bars, double least) {
    double[] known = finite(values);
    if (known.length == 0) {
      return new Range(0, 1);
    }
    double low = known[0];
    double high = known[known.length - 1];
    double allowed = 1.5 * Math.max(high - low, least);
    double[] ends = finite(bars);
    if (ends.length > 0) {
      high = Math.max(high, Math.min(ends[ends.length - 1], high + allowed));
      low = Math.min(low, Math.max(ends[0], low - allowed));
    }
    double lacking = Math.max(0, least - (high - low)) / 2;
    double margin = MARGIN * Math.max(high - low, least);
    return new Range(low - lacking - margin, high + lacking + margin);
  }

  /** The part of a range that a share can be in: no axis shows more than 100 %. */
  static Range percent(Range range) {
    double low = Math.max(0, range.getLowerBound());
    return new Range(low, Math.max(low + 1e-9, Math.min(100, range.getUpperBound())));
  }

  private static double[] finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
  }
}
