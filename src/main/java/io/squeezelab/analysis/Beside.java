package io.squeezelab.analysis;

import io.squeezelab.experiment.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ours beside a publication's table. Errors in percent, as papers print them.
 *
 * @param rows in the order of the publication
 * @param tau Kendall's τ-b between the two rankings of the arms; NaN below two common arms
 * @param p that rankings without relation agree or disagree as much, exact
 */
public record Beside(Reference reference, List<Row> rows, double tau, double p) {

  /**
   * @param error ours, with its interval
   * @param printed the publication's; NaN where it has none
   * @param delta ours less our baseline's, over common seeds
   * @param printedDelta the publication's row less its baseline's
   */
  public record Row(
      String label, Estimate error, double printed, Estimate delta, double printedDelta) {}

  public Beside {
    rows = List.copyOf(rows);
  }

  /** Empty where the experiment names no publication. */
  public static Optional<Beside> of(Study study) {
    Reference reference = study.design().expected().reference();
    if (reference == null) {
      return Optional.empty();
    }
    Pairs pairs = Pairs.of(study);
    Reference.Printed base = reference.arms().get(study.baseline());
    double printed = base == null ? Double.NaN : base.top1Error();
    List<Row> rows = new ArrayList<>();
    reference
        .arms()
        .forEach((label, row) -> rows.add(row(label, row.top1Error(), study, pairs, printed)));
    List<Row> both =
        rows.stream().filter(r -> r.error().known() && Double.isFinite(r.printed())).toList();
    Kendall agreement =
        Kendall.of(
            both.stream().mapToDouble(r -> r.error().mean()).toArray(),
            both.stream().mapToDouble(Row::printed).toArray());
    return Optional.of(new Beside(reference, rows, agreement.tau(), agreement.p()));
  }

  private static Row row(
      String label, double printed, Study study, Pairs pairs, double baselinePrinted) {
    double[] errors =
        pairs.top1(label).values().stream().mapToDouble(top1 -> 100 * (1 - top1)).toArray();
    if (label.equals(study.baseline())) {
      return new Row(label, Estimate.of(errors), printed, Estimate.NONE, Double.NaN);
    }
    boolean compared = study.baseline() != null && !pairs.halted(label);
    double[] differences =
        compared ? pairs.differences(study.baseline(), label) : new double[0]; // of errors
    Estimate delta = Estimate.of(Arrays.stream(differences).map(d -> 100 * d).toArray());
    return new Row(label, Estimate.of(errors), printed, delta, printed - baselinePrinted);
  }

  /** Arms that both have a figure of, which the rankings are of. */
  public int ranked() {
    return (int)
        rows.stream().filter(r -> r.error().known() && Double.isFinite(r.printed())).count();
  }
}
