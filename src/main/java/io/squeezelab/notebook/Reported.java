package io.squeezelab.notebook;

import io.squeezelab.analysis.Contrasts;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.report.Comparisons;
import io.squeezelab.report.Held;
import io.squeezelab.report.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tables of a report, in its words. */
final class Reported {
  private static final List<String> BESIDE =
      List.of("arm", "n", "error", "printed", "delta", "printed-delta");

  private static final List<String> PRINTED =
      List.of(
          "arm",
          "n",
          "our test error, %",
          "printed, %",
          "ours less our baseline, points [95 % interval]",
          "printed, less its baseline");

  private Reported() {}

  static Table arms(Study study) {
    Summary summary = Summary.of(study);
    List<Map<String, Object>> rows = Rows.of(summary);
    Table table =
        table(
            List.of("arm", "n", "top1", "difference", "params", "macs"),
            List.of(
                "arm",
                "n",
                "test top-1, %",
                "difference, points [95 % interval]",
                "parameters",
                "MACs"),
            rows);
    List<Integer> best =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).get("best").equals(true))
            .boxed()
            .toList();
    String note =
        "n: seeds whose trials completed. ±: sample standard deviation over seeds. Difference to "
            + summary.against()
            + " over common seeds. Bold: the highest mean, which need not be told from the others.";
    return new Table(table.headings(), table.rows(), best, List.of(note));
  }

  static Table comparisons(Study study) {
    return comparisons("against the baseline", Summary.of(study).contrasts());
  }

  static Table averages(Study study) {
    return Summary.of(study)
        .networks()
        .map(networks -> comparisons(networks.heading(), networks.average()))
        .orElse(Table.of(List.of("on average"), List.of(), row -> List.of()));
  }

  private static Table comparisons(String heading, Contrasts contrasts) {
    Table table =
        table(
            List.of(
                "arm",
                "pairs",
                "difference",
                "student-interval",
                "effect",
                "p-adjusted",
                "finding"),
            List.of(
                heading,
                "pairs",
                "difference, points",
                "95 % interval",
                "effect",
                "p corrected",
                "finding"),
            Comparisons.of(contrasts));
    List<String> notes = new ArrayList<>();
    notes.add("The finding is that of the " + contrasts.test() + ", at 5 %.");
    Comparisons.notes(contrasts).forEach(line -> notes.add("Not compared: " + line.get("note")));
    return new Table(table.headings(), table.rows(), List.of(), notes);
  }

  static Table claims(Study study) {
    return table(
        List.of("claim", "is", "numbers", "test", "printed"),
        List.of("claim", "is", "numbers", "test", "printed errors, %"),
        list(Held.values(study), "claims"));
  }

  static Table beside(Study study) {
    Table empty = table(BESIDE, PRINTED, List.of());
    return list(Held.values(study), "beside").stream()
        .findFirst()
        .map(
            of ->
                table(BESIDE, PRINTED, list(of, "rows"))
                    .with(of.get("source") + "; " + of.get("setting") + ". " + of.get("agreement")))
        .orElse(empty);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> values, String name) {
    return (List<Map<String, Object>>) values.get(name);
  }

  private static Table table(
      List<String> keys, List<String> headings, List<Map<String, Object>> rows) {
    return Table.of(headings, rows, row -> keys.stream().map(row::get).toList());
  }
}
