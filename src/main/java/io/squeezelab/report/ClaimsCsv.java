package io.squeezelab.report;

import io.squeezelab.analysis.Ruling;
import io.squeezelab.analysis.Study;
import io.squeezelab.export.Column;
import io.squeezelab.export.Csv;
import java.util.List;

/**
 * {@code claims.csv}: one row a claim, in the order of the experiment file.
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>claim</td><td>as written</td></tr>
 * <tr><td>verdict</td><td>supported, contradicted, undecided</td></tr>
 * <tr><td>p_corrected</td><td>of the test that decides, after Holm's correction for all tests of all
 * claims; empty where no test was made</td></tr>
 * <tr><td>numbers, test</td><td>in words</td></tr>
 * <tr><td>printed_errors</td><td>what a publication prints for its arms, in percent</td></tr>
 * </table>
 *
 * Columns keep their order; later versions add at the end.
 */
final class ClaimsCsv {
  private ClaimsCsv() {}

  static String write(List<Ruling> rulings, Study study) {
    return new Csv<Ruling>(
            List.of(
                new Column<>("claim", r -> r.claim().text()),
                new Column<>("verdict", r -> Held.word(r.verdict())),
                new Column<>("p_corrected", Ruling::adjusted),
                new Column<>("numbers", Ruling::numbers),
                new Column<>("test", Ruling::test),
                new Column<>("printed_errors", r -> Held.printed(r.claim(), study))))
        .write(rulings);
  }
}
