package io.squeezelab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Orthonormal vectors that span what has been added: the Q of a QR decomposition that grows column
 * by column, by Gram and Schmidt, each projected twice so that rounding does not tilt it. Columns
 * that depend on earlier ones are told from those that do not, which tables with empty cells need.
 */
final class Basis {
  /** A remainder this small against its column is rounding. */
  private static final double DEPENDENT = 1e-8;

  private final List<double[]> vectors = new ArrayList<>();

  int rank() {
    return vectors.size();
  }

  /**
   * @return whether the column does not depend on those before it
   */
  boolean add(double[] column) {
    double[] left = outside(outside(column));
    double length = Math.sqrt(dot(left, left));
    if (length <= DEPENDENT * Math.sqrt(dot(column, column))) {
      return false;
    }
    vectors.add(Arrays.stream(left).map(x -> x / length).toArray());
    return true;
  }

  double[] coordinates(double[] of) {
    return vectors.stream().mapToDouble(v -> dot(v, of)).toArray();
  }

  /** The sum of squares that the columns do not explain. */
  double left(double[] of) {
    double[] left = outside(of);
    return dot(left, left);
  }

  private double[] outside(double[] of) {
    double[] left = of.clone();
    for (double[] v : vectors) {
      double along = dot(v, left);
      for (int i = 0; i < left.length; i++) {
        left[i] -= along * v[i];
      }
    }
    return left;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
