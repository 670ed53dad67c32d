package io.squeezelab.analysis;

import io.squeezelab.analysis.Factors.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A linear model of a table, balanced or not, and what each of its terms explains: sums of squares
 * of type II, each term after all others that do not hold it.
 */
final class Anova {
  /** A mean square this small is rounding: accuracies are counts of images. */
  private static final double NO_SPREAD = 1e-20;

  private static final double EXACT = 1e-8;

  private final List<Fitted> terms = new ArrayList<>();
  private final double[] answer;
  private final double squares;
  private final int freedom;
  private final double total;

  /** A term with its columns, in coordinates of the whole model. */
  private record Fitted(Term term, List<double[]> columns) {}

  /**
   * @param all terms, the mean first; those that depend on earlier ones are left out
   * @param remarks to which it adds what is left out, or told in part
   */
  Anova(Crossing of, List<Term> all, List<String> remarks) {
    Basis whole = new Basis();
    List<Term> told = new ArrayList<>();
    Nesting nesting = new Nesting(of.rows());
    for (Term term : all) {
      int before = whole.rank();
      of.columns(term).forEach(whole::add);
      int added = whole.rank() - before;
      if (added > 0) {
        told.add(term);
      }
      if (added < nesting.possible(term) && !of.presence().containsAll(term.factors())) {
        String how = added == 0 ? "cannot be told from" : "can be told only in part from";
        remarks.add(term.text() + " " + how + " what is above it: combinations are missing.");
      }
    }
    for (Term term : told) {
      terms.add(new Fitted(term, of.columns(term).stream().map(whole::coordinates).toList()));
    }
    answer = whole.coordinates(of.top1());
    squares = whole.left(of.top1());
    freedom = of.rows().size() - whole.rank();
    total = spanned(term -> !term.factors().isEmpty()).left(answer) + squares;
  }

  /** The terms that the model has, but for the mean of all. */
  List<Term> terms() {
    return terms.stream().map(Fitted::term).filter(term -> !term.factors().isEmpty()).toList();
  }

  /** Whether it has a term, or a part of it. */
  boolean tells(Term term) {
    return terms.stream().anyMatch(fitted -> fitted.term().equals(term));
  }

  /** What the model leaves. */
  Effect error() {
    double none = Double.NaN;
    return new Effect(List.of(), squares, freedom, none, none, squares / total, none);
  }

  /** Whether it leaves a spread that effects can be compared with. */
  boolean compares() {
    return freedom > 0 && squares / freedom > NO_SPREAD;
  }

  Effect effect(Term of) {
    Basis basis = spanned(term -> term.holds(of));
    int rank = basis.rank();
    double without = basis.left(answer);
    for (Fitted own : terms) {
      own.columns().stream().filter(column -> own.term().equals(of)).forEach(basis::add);
    }
    int width = basis.rank() - rank;
    double explained = width == 0 ? 0 : Math.max(0, without - basis.left(answer));
    double f = compares() && width > 0 ? explained / width / (squares / freedom) : Double.NaN;
    return new Effect(
        of.paths(),
        explained,
        width,
        f,
        Fisher.beyond(f, width, freedom),
        explained / total,
        explained / (explained + squares));
  }

  /** The share of the total by which the error grows without all terms that hold a factor. */
  double lost(String path) {
    return spanned(term -> term.holds(path)).left(answer) / total;
  }

  private Basis spanned(Predicate<Term> without) {
    Basis basis = new Basis();
    terms.stream()
        .filter(fitted -> !without.test(fitted.term()))
        .forEach(fitted -> fitted.columns().forEach(basis::add));
    return basis;
  }

  /**
   * What the model expects of a row, or of a mean of rows, with an interval from the error.
   *
   * @param n how many trials to write beside it
   * @param codes of the row, by factor
   * @return without a mean where the table does not determine it
   */
  Estimate mean(int n, Function<Factor, double[]> codes) {
    double[] place = new double[answer.length];
    int rank = 0;
    for (Fitted fitted : terms) {
      double[] code = fitted.term().code(codes);
      for (int i = 0; i < code.length; i++) {
        double[] column = fitted.columns().get(i);
        double left = code[i] - Basis.dot(place, column);
        double size = Math.sqrt(Basis.dot(column, column));
        if (rank < place.length && Math.abs(column[rank]) > EXACT * size) {
          place[rank] = left / column[rank];
          rank++;
        } else if (Math.abs(left) > EXACT) {
          return around(n, Double.NaN, Double.NaN);
        }
      }
    }
    return around(n, Basis.dot(place, answer), Math.sqrt(Basis.dot(place, place)));
  }

  /**
   * A mean with an interval from the error.
   *
   * @param errors its standard error, in standard deviations of a trial
   */
  Estimate around(int n, double mean, double errors) {
    double sd = freedom > 0 ? Math.sqrt(squares / freedom) : Double.NaN;
    double half = freedom > 0 ? Estimate.quantile(freedom) * sd * errors : Double.NaN;
    return new Estimate(n, mean, sd, mean - half, mean + half);
  }
}
