package io.squeezelab.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.data.Range;

/** Steps of an axis: 1, 2 or 5 times a power of ten, with as many decimals as the step has. */
final class Ticks {
  private static final int MOST = 8;
  private static final int FEW = 6;

  private Ticks() {}

  /** The smallest such step that gives an axis eight intervals or fewer. */
  static NumberTickUnit unit(Range range) {
    return unit(range, Integer.MIN_VALUE, MOST);
  }

  /** As above, of whole numbers. */
  static NumberTickUnit whole(Range range) {
    return unit(range, 0, MOST);
  }

  /** As above, with six intervals or fewer, for small plots. */
  static NumberTickUnit few(Range range, boolean whole) {
    return unit(range, whole ? 0 : Integer.MIN_VALUE, FEW);
  }

  private static NumberTickUnit unit(Range range, int leastPower, int most) {
    int power = Math.max(leastPower, (int) Math.floor(Math.log10(range.getLength() / most)));
    for (int digit : new int[] {1, 2, 5, 10}) {
      double step = digit * Math.pow(10, power);
      if (range.getLength() / step <= most) {
        int places = Math.max(0, digit == 10 ? -power - 1 : -power);
        return new NumberTickUnit(step, format(places));
      }
    }
    throw new IllegalArgumentException("no step for " + range);
  }

  private static DecimalFormat format(int places) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(places);
    format.setMaximumFractionDigits(places);
    return format;
  }
}
