package io.squeezelab.analysis;

import io.squeezelab.experiment.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Ours beside a publication's table. Errors in percent, as papers print them.
 *
 * @param rows in the order of the publication
 * @param ranked differences that both have, the 0 of the baseline among them
 * @param tau Kendall's τ-b between the two rankings of these differences; NaN below two
 * @param p that rankings without relation agree or disagree as much, exact
 * @param remarks what is compared with what, and what is left out, a sentence each
 */
public record Beside(
    Reference reference, List<Row> rows, int ranked, double tau, double p, List<String> remarks) {

  /**
   * @param error ours, with its interval
   * @param printed the publication's; NaN where it has none
   * @param partner label of the arm that this one differs from by its attention alone; its own for
   *     a baseline, null where there is none
   * @param delta ours less our partner's, over common seeds; none for a baseline, and where the
   *     search stopped one of the two
   * @param printedDelta the publication's row less its partner's
   */
  public record Row(
      String label,
      Estimate error,
      double printed,
      String partner,
      Estimate delta,
      double printedDelta) {

    /** Whether others are compared with it, and it with nothing. */
    public boolean baseline() {
      return label.equals(partner);
    }

    private boolean compared() {
      return delta.known() && Double.isFinite(printedDelta);
    }
  }

  public Beside {
    rows = List.copyOf(rows);
    remarks = List.copyOf(remarks);
  }

  /** Empty where the experiment names no publication. */
  public static Optional<Beside> of(Study study) {
    Reference reference = study.design().expected().reference();
    if (reference == null) {
      return Optional.empty();
    }
    Pairs pairs = Pairs.of(study);
    Partners partners = Partners.of(study);
    List<Row> rows =
        reference.arms().keySet().stream()
            .map(label -> row(label, partners.of(label), reference, pairs))
            .toList();
    List<Row> both = rows.stream().filter(Row::compared).toList();
    Kendall agreement =
        Kendall.of(
            order(both.stream().mapToDouble(r -> r.delta().mean())),
            order(both.stream().mapToDouble(Row::printedDelta)));
    List<String> remarks = remarks(rows, partners, pairs);
    return Optional.of(
        new Beside(reference, rows, agreement.n(), agreement.tau(), agreement.p(), remarks));
  }

  /** Differences and the baseline's, once: all baselines differ from themselves by nothing. */
  private static double[] order(DoubleStream differences) {
    double[] all = DoubleStream.concat(DoubleStream.of(0), differences).toArray();
    return all.length < 2 ? new double[0] : all;
  }

  private static Row row(String label, String partner, Reference reference, Pairs pairs) {
    double printed = reference.arms().get(label).top1Error();
    Estimate error = percent(pairs.top1(label).values().stream().mapToDouble(top1 -> 1 - top1));
    if (partner == null || partner.equals(label)) {
      return new Row(label, error, printed, partner, Estimate.NONE, Double.NaN);
    }
    boolean whole = !pairs.halted(label) && !pairs.halted(partner);
    double[] differences = whole ? pairs.differences(partner, label) : new double[0]; // of errors
    Reference.Printed base = reference.arms().get(partner);
    double less = base == null ? Double.NaN : base.top1Error();
    Estimate delta = percent(Arrays.stream(differences));
    return new Row(label, error, printed, partner, delta, printed - less);
  }

  private static Estimate percent(DoubleStream fractions) {
    return Estimate.of(fractions.map(f -> 100 * f).toArray());
  }

  private static List<String> remarks(List<Row> rows, Partners partners, Pairs pairs) {
    List<String> remarks = new ArrayList<>();
    if (rows.stream().filter(Row::baseline).count() > 1) {
      remarks.add(
          "The baseline of an arm is the one with the same %s and the baseline's attention."
              .formatted(String.join(", ", partners.shared())));
    }
    List<String> halted = rows.stream().map(Row::label).filter(pairs::halted).toList();
    if (!halted.isEmpty()) {
      remarks.add(
          "Stopped early or paused by the search, and so without a difference or a place in the"
              + " order: %s.".formatted(String.join("; ", halted)));
    }
    List<String> alone = new ArrayList<>(partners.none());
    alone.retainAll(rows.stream().map(Row::label).toList());
    if (!alone.isEmpty()) {
      remarks.add(
          "No arm differs by its attention alone from %s.".formatted(String.join("; ", alone)));
    }
    return remarks;
  }
}
