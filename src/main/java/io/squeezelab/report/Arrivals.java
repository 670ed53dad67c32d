package io.squeezelab.report;

import static java.util.stream.Collectors.joining;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.TimeToAccuracy;
import io.squeezelab.chart.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each arm trains until a validation accuracy, as templates and notebooks take it. */
public final class Arrivals {
  private Arrivals() {}

  public static Map<String, Object> values(Study study) {
    TimeToAccuracy of = TimeToAccuracy.of(study);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("has-arrivals", !of.rows().isEmpty());
    values.put("arrival-target", Numbers.percent(of.target()));
    values.put("arrival-why", of.why());
    values.put("arrival-times", Notes.times(study).stream().map(" "::concat).collect(joining()));
    values.put("arrivals", of.rows().stream().map(Arrivals::row).toList());
    return values;
  }

  static Listing listing(TimeToAccuracy of, Study study) {
    List<List<String>> rows =
        of.rows().stream()
            .map(row -> row(row).values().stream().map(Object::toString).toList())
            .toList();
    List<String> notes = new ArrayList<>(Notes.times(study));
    String note =
        "Until the validation accuracy first reaches %s %%, %s. A seed that never does counts as"
            + " later than all that do.";
    notes.add(0, note.formatted(Numbers.percent(of.target()), of.why()));
    return new Listing(
        "Training until a validation accuracy",
        new Table(List.of("Arm", "Seeds that reach it", "Epochs, median", "Seconds, median"), rows),
        notes);
  }

  private static Map<String, Object> row(TimeToAccuracy.Row of) {
    int planned = of.of() + of.missing();
    String missing = of.missing() == 0 ? "" : " (%d missing)".formatted(of.missing());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("arm", of.label());
    row.put("reached", "%d of %d".formatted(of.reached(), planned) + missing);
    row.put("epochs", epochs(of.epochs()));
    row.put("seconds", Numbers.measure(of.seconds()));
    return row;
  }

  /** 7, or 7.5 between two seeds. */
  private static String epochs(double median) {
    return Double.isFinite(median)
        ? Double.toString(median).replaceAll("\\.0$", "")
        : Numbers.UNKNOWN;
  }
}
