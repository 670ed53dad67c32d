package io.squeezelab.analysis;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Friedman's test of things that are ranked in several blocks.
 *
 * @param ranks mean rank of each thing; 1 is the highest value
 * @param p from χ², with the correction for ties
 * @param davenport p from F, after Iman and Davenport
 */
record Friedman(double[] ranks, double p, double davenport) {

  /**
   * @param values by block, then by thing
   */
  static Friedman of(double[][] values) {
    int blocks = values.length;
    int things = blocks == 0 ? 0 : values[0].length;
    double[] ranks = new double[things];
    double tied = 0;
    for (double[] block : values) {
      double[] own = things == 0 ? block : new NaturalRanking().rank(negative(block));
      for (int i = 0; i < things; i++) {
        ranks[i] += own[i] / blocks;
      }
      Ties ties = Ties.of(block);
      tied += ties.triples() + 6 * ties.pairs(); // Σ t³ − t
    }
    double untied = blocks * things * (things * (double) things - 1);
    if (blocks < 2 || things < 2 || tied == untied) {
      return new Friedman(ranks, Double.NaN, Double.NaN);
    }
    double spread = 0;
    for (double rank : ranks) {
      spread += Math.pow(rank - (things + 1) / 2.0, 2);
    }
    double square = 12 * blocks * spread / (things * (things + 1.0)) / (1 - tied / untied);
    return new Friedman(ranks, chi(square, things - 1), f(square, blocks, things - 1));
  }

  private static double chi(double square, int freedom) {
    return 1 - new ChiSquaredDistribution(null, freedom).cumulativeProbability(square);
  }

  private static double f(double square, int blocks, int freedom) {
    double left = blocks * freedom - square;
    if (left < 1e-9) { // the same order in every block
      return 0;
    }
    double f = (blocks - 1) * square / left;
    return Fisher.beyond(f, freedom, freedom * (blocks - 1.0));
  }

  private static double[] negative(double[] values) {
    double[] negative = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      negative[i] = -values[i];
    }
    return negative;
  }
}
