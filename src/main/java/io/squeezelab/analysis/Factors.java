package io.squeezelab.analysis;

import java.util.List;

/**
 * What each factor of a grid contributes to the test accuracy, as fractions: an analysis of
 * variance with the seeds as blocks.
 *
 * @param effects main effects, then interactions of two, in the order of the file
 * @param margins means by level, in the order of the file
 * @param cells means by two levels, for each pair of factors
 * @param importance of each factor, in the order of the file
 * @param trials completed ones that the analysis rests on
 * @param balanced whether every combination has the same number of completed trials
 * @param remarks what was left out, and what cannot be told, a sentence each
 */
public record Factors(
    List<Effect> effects,
    List<Margin> margins,
    List<Cell> cells,
    Effect error,
    List<Importance> importance,
    int trials,
    boolean balanced,
    List<String> remarks) {

  /**
   * One line of the table.
   *
   * @param factors one path, or two for an interaction; {@code seed} for the blocks; none for the
   *     error
   * @param squares sum of squares
   * @param freedom degrees of freedom
   * @param f ratio of mean squares; NaN for the error, and where nothing is left over to compare
   *     with
   * @param p of the F test
   * @param eta share of the total sum of squares, η²; shares of an unbalanced table need not sum to
   *     1
   * @param partialEta squares over squares and error, partial η²
   */
  public record Effect(
      List<String> factors,
      double squares,
      int freedom,
      double f,
      double p,
      double eta,
      double partialEta) {}

  /**
   * @param mean over the other factors' levels, each combination counted alike, with the interval
   *     that the pooled error gives
   */
  public record Margin(String factor, String level, Estimate mean) {}

  /** The mean of all trials with these levels of two factors. */
  public record Cell(
      String first, String firstLevel, String second, String secondLevel, Estimate mean) {}

  /**
   * @param share of the total sum of squares that all terms with this factor explain together: by
   *     how much the error grows without them. Shares of several factors overlap where factors
   *     interact
   */
  public record Importance(String factor, double share) {}

  public Factors {
    importance = List.copyOf(importance);
    effects = List.copyOf(effects);
    margins = List.copyOf(margins);
    cells = List.copyOf(cells);
    remarks = List.copyOf(remarks);
  }
}
