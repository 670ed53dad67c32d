package io.squeezelab.analysis;

import java.util.Locale;

/**
 * How numbers are written for people: the same in sentences, tables and charts, whatever the
 * machine's language. An unknown number is an en dash.
 */
public final class Numbers {
  public static final String UNKNOWN = "–";

  private Numbers() {}

  /** A fraction as per cent, without the sign: 91.25. Two decimals are one image in 10,000. */
  public static String percent(double fraction) {
    return decimals(2, 100 * fraction);
  }

  /** A difference of fractions as percentage points with its sign: +0.80, −0.31, 0.00. */
  public static String points(double difference) {
    String size = decimals(2, 100 * difference);
    return difference > 0 && !size.equals("0.00") ? "+" + size : size;
  }

  /** A difference of fractions as percentage points, without its sign. */
  public static String size(double difference) {
    return percent(Math.abs(difference));
  }

  /** A p-value: 0.034, or below 0.001 just that. */
  public static String probability(double p) {
    return p < 0.001 ? "< 0.001" : decimals(3, p);
  }

  /** The same with its name: p = 0.034, p < 0.001. */
  public static String chance(double p) {
    return (p < 0.001 ? "p " : "p = ") + probability(p);
  }

  /** Every digit of a count: 272,474. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Seconds, or any measure that is good to three digits: 0.062, 4.27, 83.1, 1,250. */
  public static String measure(double value) {
    double size = Math.abs(value);
    int places = size < 0.9995 ? 3 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
    return decimals(places, value);
  }

  /** Seconds in words, good to two digits or so: 45 s, 12 min, 3.4 h, 2.1 days. */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return UNKNOWN;
    }
    if (seconds < 90) {
      return Math.round(seconds) + " s";
    }
    if (seconds < 5400) {
      return Math.round(seconds / 60) + " min";
    }
    boolean days = seconds >= 48 * 3600;
    return decimals(1, seconds / (days ? 86400 : 3600)) + (days ? " days" : " h");
  }

  private static String decimals(int places, double value) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    String text = String.format(Locale.ROOT, "%,." + places + "f", value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text.replace("-", "") : text.replace('-', '−');
  }
}
