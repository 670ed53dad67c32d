package io.squeezelab.experiment;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Text;
import java.math.BigDecimal;

/**
 * A cost to be reached: {@code 28.1M}, {@code baseline}, or {@code +1%} and {@code -5%} of the
 * baseline.
 *
 * @param text as written
 */
@Text(Aim.EXPECTED)
public record Aim(String text) {
  static final String EXPECTED =
      "a count such as 28.1M, baseline, or a difference to the baseline such as +1%";

  private static final String UNITS = "kMGT";

  public static Aim parse(String text) {
    boolean known = text.matches("baseline|[+-]\\d+(\\.\\d+)?%|\\d+(\\.\\d+)?(E\\d+|[kKMGT])?");
    Check.that(known, "", "must be " + EXPECTED + "; is '" + text + "'");
    return new Aim(text.replace('K', 'k'));
  }

  /** Whether it is a difference to the baseline; {@code +0%} is none. */
  boolean difference() {
    return text.endsWith("%") && share() != 0;
  }

  /** The difference to the baseline as a share of it: 0.01 for {@code +1%}, 0 for none. */
  double share() {
    return text.endsWith("%") ? Double.parseDouble(text.replace("%", "")) / 100 : 0;
  }

  /** Whether it depends on what the baseline costs. */
  boolean relative() {
    return text.matches("baseline|.*%");
  }

  /**
   * The cost itself.
   *
   * @param baseline what the baseline costs, if this is relative
   */
  long of(long baseline) {
    return Math.round(exactly(baseline).doubleValue());
  }

  /** The same, where a share of the baseline need not be a whole number. */
  BigDecimal exactly(long baseline) {
    BigDecimal base = BigDecimal.valueOf(baseline);
    if (text.endsWith("%")) {
      BigDecimal hundredths = new BigDecimal(text.replace("%", ""));
      return base.add(base.multiply(hundredths.movePointLeft(2)));
    }
    if (relative()) {
      return base;
    }
    int unit = UNITS.indexOf(text.charAt(text.length() - 1)) + 1; // 0 for none
    String number = unit == 0 ? text : text.substring(0, text.length() - 1);
    return new BigDecimal(number).scaleByPowerOfTen(3 * unit);
  }

  @Override
  public String toString() {
    return text;
  }
}
