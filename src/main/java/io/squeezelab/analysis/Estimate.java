package io.squeezelab.analysis;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The mean of a few values, and how sure it is.
 *
 * @param n how many values; with 0, all else is NaN
 * @param sd sample standard deviation, with n − 1 in the denominator; NaN below two values, which
 *     show no spread
 * @param low lower end of the 95 % Student interval of the mean, which is mean − t(0.975, n − 1) sd
 *     / √n; NaN below two values
 * @param high its upper end
 */
public record Estimate(int n, double mean, double sd, double low, double high) {
  /** Two-sided. */
  public static final double CONFIDENCE = 0.95;

  public static final Estimate NONE = of();

  /** A spread below this is rounding: accuracies on a million images differ by 1e-6. */
  static final double NO_SPREAD = 1e-12;

  public static Estimate of(double... values) {
    int n = values.length;
    if (n < 2) {
      double only = n == 1 ? values[0] : Double.NaN;
      return new Estimate(n, only, Double.NaN, Double.NaN, Double.NaN);
    }
    double mean = StatUtils.mean(values);
    double sd = Math.sqrt(StatUtils.variance(values));
    double half = quantile(n - 1) * sd / Math.sqrt(n);
    return new Estimate(n, mean, sd, mean - half, mean + half);
  }

  /** The number of standard errors that the interval reaches to each side: 4.30 at n = 3. */
  static double quantile(int freedom) {
    return new TDistribution(null, freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
  }

  /** −1, 0 or 1; differences that are only rounding are 0. */
  static double sign(double difference) {
    return Math.abs(difference) <= NO_SPREAD ? 0 : Math.signum(difference);
  }

  /** Middle value, or the mean of the two middle ones; NaN values are left out, none gives NaN. */
  static double median(double... values) {
    double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
    return known.length == 0 ? Double.NaN : StatUtils.percentile(known, 50);
  }

  public boolean known() {
    return n > 0;
  }

  /** Whether there is an interval. */
  public boolean bounded() {
    return n > 1;
  }

  /** Half the width of the interval; NaN below two values. */
  public double half() {
    return (high - low) / 2;
  }

  /**
   * Whether the interval lies wholly above 0. Values without any spread do not count: accuracies
   * are counts of images, so that two or three differences can be equal by chance, and an interval
   * without width would be sure of too much.
   */
  public boolean above() {
    return low > 0 && !flat();
  }

  /** Whether the interval lies wholly below 0; see {@link #above()}. */
  public boolean below() {
    return high < 0 && !flat();
  }

  /** Whether the values are equal, so that the interval has no width; false for a single value. */
  public boolean flat() {
    return sd <= NO_SPREAD;
  }
}
