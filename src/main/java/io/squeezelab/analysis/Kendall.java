package io.squeezelab.analysis;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.From;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How far two rankings of the same things agree: Kendall's τ-b, (C − D) / √((P − T)(P − U)) with C
 * pairs in the same order in both, D in opposite order, P pairs in all, T tied in the first, U tied
 * in the second. 1 is the same order, −1 the opposite.
 *
 * @param n how many things
 * @param tau NaN below two things, and where all of one ranking are tied
 * @param p that rankings without relation agree or disagree as much, two-sided: exact up to 50
 *     things without ties, over all n! orders; from the normal approximation with its correction
 *     for ties otherwise; NaN where τ is
 */
@From(
    value = "Kendall, A New Measure of Rank Correlation, Biometrika 30, 1938; with ties, 33, 1945",
    link = "https://doi.org/10.1093/biomet/30.1-2.81")
public record Kendall(int n, double tau, double p) {
  private static final int EXACT = 50;

  /**
   * @param a one value a thing; the unit does not matter, only the order
   * @param b values of the same things, in the same sequence
   */
  public static Kendall of(double[] a, double[] b) {
    Check.that(a.length == b.length, "b", "must have " + a.length + " values, has " + b.length);
    int n = a.length;
    long score = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        score += sign(a[i], a[j]) * sign(b[i], b[j]);
      }
    }
    Ties of = Ties.of(a);
    Ties by = Ties.of(b);
    double pairs = n * (n - 1) / 2.0;
    double scale = Math.sqrt((pairs - of.pairs()) * (pairs - by.pairs()));
    if (scale == 0) {
      return new Kendall(n, Double.NaN, Double.NaN);
    }
    boolean exact = n <= EXACT && of.pairs() + by.pairs() == 0;
    double p = exact ? exact(n, score) : normal(n, score, of, by);
    return new Kendall(n, score / scale, p);
  }

  private static int sign(double a, double b) {
    return Double.compare(a + 0.0, b + 0.0); // −0 is 0
  }

  /** Share of all orders with a score at least as far from 0. */
  private static double exact(int n, long score) {
    double[] chance = {1}; // of so many pairs in opposite order
    for (int things = 2; things <= n; things++) {
      double[] next = new double[chance.length + things - 1];
      for (int d = 0; d < chance.length; d++) {
        for (int more = 0; more < things; more++) {
          next[d + more] += chance[d] / things;
        }
      }
      chance = next;
    }
    int pairs = chance.length - 1;
    double p = 0;
    for (int d = 0; d <= pairs; d++) {
      p += Math.abs(pairs - 2 * d) >= Math.abs(score) ? chance[d] : 0;
    }
    return Math.min(1, p);
  }

  private static double normal(int n, long score, Ties of, Ties by) {
    double each = n * (n - 1.0);
    double variance =
        (each * (2 * n + 5) - of.spread() - by.spread()) / 18
            + 2 * of.pairs() * by.pairs() / each
            + (n > 2 ? of.triples() * by.triples() / (9 * each * (n - 2)) : 0);
    double z = Math.abs(score) / Math.sqrt(variance);
    return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-z);
  }
}
