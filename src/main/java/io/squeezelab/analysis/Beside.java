package io.squeezelab.analysis;

import io.squeezelab.experiment.Reference;
import java.util.List;

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
}
