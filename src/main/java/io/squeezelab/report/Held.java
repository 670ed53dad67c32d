package io.squeezelab.report;

import io.squeezelab.analysis.Beside;
import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Ruling;
import io.squeezelab.analysis.Rulings;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.experiment.Claim;
import io.squeezelab.experiment.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the results are held against, as templates and notebooks take it. */
public final class Held {
  private Held() {}

  /** Claims with their verdicts, and the rows beside a publication's, where there are any. */
  public static Map<String, Object> values(Study study) {
    return values(study, Summary.of(study));
  }

  static Map<String, Object> values(Study study, Summary summary) {
    List<Map<String, Object>> claims =
        Rulings.of(study).stream().map(ruling -> claim(ruling, study)).toList();
    Optional<Beside> beside = Beside.of(study);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("has-claims", !claims.isEmpty());
    values.put("claims", claims);
    values.put("claims-printed", claims.stream().anyMatch(c -> !c.get("printed").equals("")));
    values.put("has-beside", beside.isPresent());
    values.put("beside", beside.stream().map(b -> publication(b, study, summary)).toList());
    return values;
  }

  /** {@code supported}. */
  static String word(Ruling.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String sign(Ruling.Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "✓";
      case CONTRADICTED -> "✗";
      case UNDECIDED -> "?";
    };
  }

  /** What a publication prints for the arms of a claim, errors in percent; empty for nothing. */
  static String printed(Claim claim, Study study) {
    Reference reference = study.design().expected().reference();
    if (reference == null) {
      return "";
    }
    return claim.arms().stream()
        .filter(arm -> reference.arms().containsKey(arm))
        .filter(arm -> Double.isFinite(reference.arms().get(arm).top1Error()))
        .map(arm -> arm + " " + Numbers.percent(reference.arms().get(arm).top1Error() / 100))
        .collect(Collectors.joining("; "));
  }

  private static Map<String, Object> claim(Ruling ruling, Study study) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("claim", ruling.claim().text());
    row.put("code", ruling.claim().text().replace('`', '\''));
    row.put("is", word(ruling.verdict()));
    row.put("sign", sign(ruling.verdict()));
    String printed = printed(ruling.claim(), study);
    row.put("printed", printed);
    row.put("is-printed", !printed.isEmpty());
    row.put("numbers", ruling.numbers());
    row.put("test", ruling.test());
    return row;
  }

  private static Map<String, Object> publication(Beside beside, Study study, Summary summary) {
    Reference of = beside.reference();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("source", of.source());
    values.put("has-setting", !of.setting().isBlank());
    values.put("setting", of.setting());
    values.put("has-link", !of.link().isBlank());
    values.put("link", of.link());
    values.put("is-address", of.link().matches("https?://.+"));
    values.put("rows", beside.rows().stream().map(row -> row(row, study.seeds().size())).toList());
    values.put("listing", new Publication(beside, study, summary).listing().html());
    values.put("agreement", agreement(beside));
    return values;
  }

  static Map<String, Object> row(Beside.Row row, int seeds) {
    boolean baseline = row.baseline();
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("arm", row.label());
    cells.put("n", row.error().n() + " of " + seeds);
    cells.put("error", error(row.error()));
    cells.put("printed", Numbers.percent(row.printed() / 100));
    cells.put("delta", baseline ? "baseline" : delta(row.delta()));
    cells.put("printed-delta", baseline ? "baseline" : Numbers.points(row.printedDelta() / 100));
    return cells;
  }

  private static String error(Estimate of) {
    String mean = Numbers.percent(of.mean() / 100);
    return of.bounded() ? mean + " ± " + Numbers.percent(of.sd() / 100) : mean;
  }

  private static String delta(Estimate of) {
    String mean = Numbers.points(of.mean() / 100);
    return of.bounded()
        ? "%s [%s, %s]"
            .formatted(mean, Numbers.points(of.low() / 100), Numbers.points(of.high() / 100))
        : mean;
  }

  private static String agreement(Beside beside) {
    String order =
        Double.isNaN(beside.tau())
            ? "Too few arms have both differences to compare their order."
            : ("The order of %d differences, the baseline's 0 among them, beside the printed one:"
                    + " Kendall's τ-b = %s (%s; 1 is the same order, −1 the opposite).")
                .formatted(
                    beside.ranked(),
                    Numbers.points(beside.tau() / 100),
                    Numbers.chance(beside.p()));
    return Stream.concat(Stream.of(order), beside.remarks().stream())
        .collect(Collectors.joining(" "));
  }
}
