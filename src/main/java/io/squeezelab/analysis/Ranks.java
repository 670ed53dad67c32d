package io.squeezelab.analysis;

import java.util.List;

/**
 * Arms ranked on several data sets: Friedman's test, and by how much mean ranks have to differ.
 *
 * @param ranks best first
 * @param blocks names of the data sets
 * @param p of Friedman's test, from χ²; NaN below two arms or two data sets
 * @param davenport p of the same from F, after Iman and Davenport, less cautious and nearer the
 *     truth with few data sets
 * @param distance critical difference of mean ranks at 5 % (Nemenyi)
 * @param groups labels of arms that cannot be told from each other, longest runs, best first
 * @param missing what is left out, a sentence each: arms that not every data set has
 */
public record Ranks(
    List<Rank> ranks,
    List<String> blocks,
    double p,
    double davenport,
    double distance,
    List<List<String>> groups,
    List<String> missing) {

  /** Mean rank over the data sets; 1 is best. */
  public record Rank(String label, double mean) {}

  public Ranks {
    ranks = List.copyOf(ranks);
    blocks = List.copyOf(blocks);
    groups = List.copyOf(groups);
    missing = List.copyOf(missing);
  }
}
