package io.squeezelab.train;

/** Means and sample standard deviations of some quantities, updated with every observation. */
final class Moments {
  private final double[] means;
  private final double[] squares;
  private long count;

  Moments(int quantities) {
    means = new double[quantities];
    squares = new double[quantities];
  }

  /** One observation of each quantity. */
  void add(double... values) {
    count++;
    for (int i = 0; i < values.length; i++) {
      double off = values[i] - means[i];
      means[i] += off / count;
      squares[i] += off * (values[i] - means[i]);
    }
  }

  long count() {
    return count;
  }

  /** NaN before the first observation. */
  double mean(int quantity) {
    return count == 0 ? Double.NaN : means[quantity];
  }

  /** NaN before the second observation. */
  double sd(int quantity) {
    return count < 2 ? Double.NaN : Math.sqrt(squares[quantity] / (count - 1));
  }
}
