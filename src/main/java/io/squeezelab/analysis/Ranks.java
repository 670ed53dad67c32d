package io.squeezelab.analysis;

import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Arms ranked on several data sets: Friedman's test, and by how much mean ranks have to differ
 * (Nemenyi). The mean test accuracy over its seeds ranks an arm on a data set; equal means share
 * the mean of their ranks.
 *
 * @param ranks best first
 * @param blocks names of the data sets
 * @param p of Friedman's test, from χ² with the correction for ties; NaN below two arms or two data
 *     sets, and where all arms are equal on each
 * @param davenport p of the same from F, after Iman and Davenport, less cautious and nearer the
 *     truth with few data sets; NaN where p is
 * @param distance critical difference of mean ranks at 5 %: q √(k(k + 1) / 12N) for k arms and N
 *     data sets, q the studentized range; NaN below two of either
 * @param groups labels of arms that cannot be told from each other, longest runs, best first
 * @param missing what is left out, a sentence each: arms that not every data set has
 */
@From(
    value = "Demšar, Statistical Comparisons of Classifiers over Multiple Data Sets, section 3.2.2",
    link = "https://www.jmlr.org/papers/v7/demsar06a.html")
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
    groups = groups.stream().map(List::copyOf).toList();
    missing = List.copyOf(missing);
  }

  /**
   * @param studies one a data set, with the same labels of arms; their data sets name the blocks,
   *     or, where these are not different, their experiments
   */
  public static Ranks of(List<Study> studies) {
    Blocks blocks = Blocks.of(studies);
    Friedman test = Friedman.of(blocks.means());
    List<Rank> ranks =
        IntStream.range(0, blocks.arms().size())
            .mapToObj(arm -> new Rank(blocks.arms().get(arm), test.ranks()[arm]))
            .sorted(Comparator.comparingDouble(Rank::mean))
            .toList();
    double distance = distance(ranks.size(), studies.size());
    return new Ranks(
        ranks,
        blocks.names(),
        test.p(),
        test.davenport(),
        distance,
        groups(ranks, distance),
        blocks.missing());
  }

  private static double distance(int arms, int blocks) {
    if (arms < 2 || blocks < 2) {
      return Double.NaN;
    }
    double range = new StudentizedRange(arms).quantile(Estimate.CONFIDENCE);
    return range * Math.sqrt(arms * (arms + 1.0) / (12.0 * blocks));
  }

  /** The longest runs of ranks that span less than the distance. */
  private static List<List<String>> groups(List<Rank> ranks, double distance) {
    List<List<String>> groups = new ArrayList<>();
    int covered = 0;
    for (int from = 0; from < ranks.size(); from++) {
      int to = from + 1;
      while (to < ranks.size() && ranks.get(to).mean() - ranks.get(from).mean() < distance) {
        to++;
      }
      if (to - from > 1 && to > covered) {
        groups.add(ranks.subList(from, to).stream().map(Rank::label).toList());
        covered = to;
      }
    }
    return groups;
  }
}
