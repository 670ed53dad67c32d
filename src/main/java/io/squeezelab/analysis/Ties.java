package io.squeezelab.analysis;

import java.util.Arrays;

/**
 * Values that are equal, as the corrections for ties count them: sums over the groups of t equal
 * values.
 *
 * @param pairs Σ t(t − 1) / 2
 * @param triples Σ t(t − 1)(t − 2)
 * @param spread Σ t(t − 1)(2t + 5)
 */
record Ties(double pairs, double triples, double spread) {

  static Ties of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double pairs = 0;
    double triples = 0;
    double spread = 0;
    for (int from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double t = to - from;
      pairs += t * (t - 1) / 2;
      triples += t * (t - 1) * (t - 2);
      spread += t * (t - 1) * (2 * t + 5);
    }
    return new Ties(pairs, triples, spread);
  }
}
