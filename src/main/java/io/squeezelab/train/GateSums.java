package io.squeezelab.train;

import io.squeezelab.cost.Dims;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What one gate gave so far. Means and deviations move with every number (Welford 1962), so nothing
 * is kept but a few numbers for each class and channel.
 */
final class GateSums {
  static final double NEAR = 0.05;
  static final double FROM = -1;
  static final double WIDTH = 0.05;
  private static final double TO = 2;
  private static final int INNER = (int) Math.round((TO - FROM) / WIDTH);

  /** More digits than sums of float32 numbers are good for. */
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private final Dims weights;
  private final Moments all = new Moments(1);
  private final Moments[] classes;
  private final long[] histogram = new long[INNER + 2];
  private long nearZero;
  private long nearOne;

  GateSums(Dims weights, int classes) {
    this.weights = weights;
    this.classes = new Moments[classes];
    Arrays.setAll(this.classes, k -> new Moments(weights.channels()));
  }

  Dims weights() {
    return weights;
  }

  /** Adds one image of class {@code label}, whose weights (C, H, W) begin at {@code from}. */
  void add(int label, float[] numbers, int from) {
    int positions = (int) weights.pixels();
    double[] means = new double[weights.channels()];
    for (int c = 0; c < means.length; c++) {
      double sum = 0;
      for (int i = from + c * positions; i < from + (c + 1) * positions; i++) {
        sum += numbers[i];
        count(numbers[i]);
      }
      means[c] = sum / positions;
    }
    classes[label].add(means);
  }

  private void count(double weight) {
    all.add(weight);
    nearZero += Math.abs(weight) < NEAR ? 1 : 0;
    nearOne += Math.abs(weight - 1) < NEAR ? 1 : 0;
    histogram[bin(weight)]++;
  }

  /** 0 for all below the range, {@code INNER + 1} for all above. */
  private static int bin(double weight) {
    double steps = weight == 1 ? (1 - FROM) / WIDTH - 0.5 : (weight - FROM) / WIDTH;
    return 1 + (int) Math.max(-1, Math.min(INNER, Math.floor(steps)));
  }

  Gates.Place result(String place) {
    return new Gates.Place(
        place,
        weights,
        rounded(all.mean(0)),
        rounded(all.sd(0)),
        rounded(nearZero / (double) all.count()),
        rounded(nearOne / (double) all.count()),
        rounded(entropy(histogram)),
        LongStream.of(histogram).boxed().toList(),
        table(false),
        table(true));
  }

  private List<List<Double>> table(boolean deviations) {
    List<List<Double>> rows = new ArrayList<>();
    for (Moments one : classes) {
      List<Double> row = new ArrayList<>();
      for (int c = 0; c < weights.channels(); c++) {
        row.add(rounded(deviations ? one.sd(c) : one.mean(c)));
      }
      rows.add(List.copyOf(row));
    }
    return List.copyOf(rows);
  }

  /** −Σ p·log₂ p over the bins, in bits. */
  static double entropy(long... histogram) {
    double all = LongStream.of(histogram).sum();
    return LongStream.of(histogram)
        .filter(count -> count > 0)
        .mapToDouble(count -> count / all * Math.log(all / count) / Math.log(2))
        .sum();
  }

  private static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(SIX_DIGITS).doubleValue() : value;
  }
}
