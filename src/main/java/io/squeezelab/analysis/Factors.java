package io.squeezelab.analysis;

import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * What each factor of a grid contributes to the test accuracy, as fractions: an analysis of
 * variance with the seeds as blocks, since all arms share them.
 *
 * <p>Sums of squares are of type II: each term after all others that do not hold it. In a balanced
 * table all types agree. Interactions of more than two factors stay in the error. A factor that
 * only some arms have is compared within those.
 *
 * @param effects main effects, then interactions of two, in the order of the file, then the seeds;
 *     terms that the table cannot tell from others are left out, with a remark
 * @param margins means by level, in the order of the file
 * @param cells means by two levels, for each pair of factors; of those that occur
 * @param importance of each factor, in the order of the file
 * @param trials completed ones that the analysis rests on
 * @param balanced whether every combination has a completed trial of every seed
 * @param remarks what was left out, and what cannot be told, a sentence each
 */
@From(
    value = "Langsrud, ANOVA for unbalanced data: use type II instead of type III sums of squares",
    link = "https://doi.org/10.1023/A:1023260610025")
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
   * @param mean over the other factors' levels, each level counted alike, with the standard
   *     deviation and the interval that the pooled error gives: for comparing levels on these
   *     seeds. What seeds do to all arms alike is not in it. NaN where combinations are missing
   *     that it takes
   */
  public record Margin(String factor, String level, Estimate mean) {}

  /**
   * @param mean at these levels of two factors, over the other factors' levels as in a margin, with
   *     the standard deviation and the interval that the pooled error gives; of the trials as they
   *     are where missing combinations leave no other, with a remark
   */
  public record Cell(
      String first, String firstLevel, String second, String secondLevel, Estimate mean) {}

  /**
   * @param share of the total sum of squares that all terms with this factor explain together: by
   *     how much the error grows without them. Shares of several factors overlap where factors
   *     interact
   */
  public record Importance(String factor, double share) {}

  /** In place of a path: the blocks. */
  public static final String SEED = "seed";

  /** Columns of a model beyond which fitting it takes too long. */
  private static final int WIDEST = 300;

  public Factors {
    importance = List.copyOf(importance);
    effects = List.copyOf(effects);
    margins = List.copyOf(margins);
    cells = List.copyOf(cells);
    remarks = List.copyOf(remarks);
  }

  public static Factors of(Study study) {
    Crossing crossing = Crossing.of(study);
    List<Factor> factors = crossing.factors();
    List<String> remarks = new ArrayList<>(crossing.remarks());
    if (factors.isEmpty()) {
      remarks.add("No factor has two levels with results, so there is nothing to compare.");
      return none(crossing, remarks);
    }
    boolean interactions = Term.width(Term.all(crossing, true)) <= WIDEST;
    List<Term> terms = Term.all(crossing, interactions);
    Anova model = new Anova(crossing, terms, remarks);
    remarks.addAll(cautions(factors.size(), interactions, model));
    Margins means = new Margins(crossing, model, remarks);
    List<Cell> cells = means.cells();
    return new Factors(
        effects(model),
        means.margins(),
        cells,
        model.error(),
        factors.stream().map(f -> new Importance(f.path(), model.lost(f.path()))).toList(),
        crossing.rows().size(),
        crossing.balanced(),
        remarks);
  }

  private static Factors none(Crossing of, List<String> remarks) {
    double none = Double.NaN;
    Effect error = new Effect(List.of(), none, 0, none, none, none, none);
    int trials = of.rows().size();
    return new Factors(List.of(), List.of(), List.of(), error, List.of(), trials, false, remarks);
  }

  private static List<Effect> effects(Anova model) {
    List<Effect> effects = new ArrayList<>();
    model.terms().stream().filter(t -> !t.holds(SEED)).map(model::effect).forEach(effects::add);
    model.terms().stream().filter(t -> t.holds(SEED)).map(model::effect).forEach(effects::add);
    return effects;
  }

  private static List<String> cautions(int factors, boolean interactions, Anova model) {
    List<String> cautions = new ArrayList<>();
    if (!interactions) {
      cautions.add("There are too many levels for interactions: main effects alone.");
    } else if (factors > 2) {
      cautions.add("Interactions of three factors and more are part of the error.");
    }
    if (!model.compares()) {
      cautions.add(
          "No spread is left to compare effects with, so there are no tests: more seeds would give"
              + " it.");
    }
    return cautions;
  }
}
