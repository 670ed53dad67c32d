package io.squeezelab.analysis;

import io.squeezelab.spec.From;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The 95 % bootstrap interval of a mean, bias-corrected and accelerated (BCa): two quantiles of the
 * means of samples drawn from the values with replacement, moved for the skewness of the values. It
 * takes no distribution for granted, but cannot reach beyond the values: of few it is too narrow.
 *
 * @param low NaN below three values, and of values without spread
 */
@From(
    value = "Efron (1987), Better bootstrap confidence intervals",
    link = "https://doi.org/10.1080/01621459.1987.10478410")
record Bootstrap(double low, double high) {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  static Bootstrap of(double... values) {
    Estimate of = Estimate.of(values);
    if (of.n() < 3 || of.flat()) {
      return new Bootstrap(Double.NaN, Double.NaN);
    }
    Resamples resamples = Resamples.of(values);
    double bias = NORMAL.inverseCumulativeProbability(resamples.below(of.mean(), 1e-9 * of.sd()));
    double acceleration = acceleration(values, of.mean());
    double tail = (1 - Estimate.CONFIDENCE) / 2;
    return new Bootstrap(
        resamples.quantile(moved(tail, bias, acceleration)),
        resamples.quantile(moved(1 - tail, bias, acceleration)));
  }

  /** The share that stands in for another one. */
  private static double moved(double share, double bias, double acceleration) {
    double z = bias + NORMAL.inverseCumulativeProbability(share);
    return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
  }

  /** A sixth of the skewness that the mean has when each value in turn is left out. */
  private static double acceleration(double[] values, double mean) {
    double cubes = StatUtils.sum(Arrays.stream(values).map(v -> Math.pow(v - mean, 3)).toArray());
    double squares = StatUtils.sumSq(Arrays.stream(values).map(v -> v - mean).toArray());
    return cubes / (6 * Math.pow(squares, 1.5));
  }
}
