package io.squeezelab.report;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.TimeToAccuracy;
import java.util.LinkedHashMap;
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
    values.put("arrivals", of.rows().stream().map(Arrivals::row).toList());
    return values;
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
