package io.squeezelab.report;

import io.squeezelab.analysis.Curves;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.chart.Figure;
import io.squeezelab.chart.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The charts of a study, drawn.
 *
 * @param missing why there are none, or fewer; empty where there is nothing to say
 */
record Charts(List<Drawn> drawn, String missing) {
  /** Names of all files that a report may have in its folder of charts, without their endings. */
  static final List<String> NAMES =
      List.of(
          "differences",
          "accuracies",
          "accuracy-macs",
          "accuracy-params",
          "accuracy-activations",
          "accuracy-memory",
          "accuracy-image-time",
          "factors",
          "interactions",
          "grid",
          "parallel",
          "stages-macs",
          "stages-params",
          "learning-curves",
          "training-loss",
          "timeline");

  private static final String NOT_DRAWN =
      "The charts could not be drawn: %s. Java draws text with fontconfig and a font; where they are"
          + " missing (on Debian: apt install fontconfig fonts-dejavu-core), install them and write"
          + " the report again.";

  /**
   * @param numbers behind it
   * @param png of the same chart, drawn when it is asked for, and so the PDF
   */
  record Drawn(
      String name,
      String heading,
      String description,
      Table numbers,
      String svg,
      Supplier<byte[]> png,
      Supplier<byte[]> pdf) {
    static Drawn of(Figure figure) {
      return new Drawn(
          figure.name(),
          figure.heading(),
          figure.description(),
          figure.numbers(),
          figure.svg(),
          figure::png,
          figure::pdf);
    }

    /** The chart as a page takes it. */
    Map<String, Object> values() {
      return values(heading);
    }

    /** The same under another label, of which a page may have no second one. */
    Map<String, Object> values(String label) {
      Map<String, Object> figure = new LinkedHashMap<>();
      figure.put("file", name);
      figure.put("heading", heading);
      figure.put("label", label);
      figure.put("description", description);
      figure.put("svg", svg);
      figure.put("numbers", new Listing("Numbers of the figure: " + label, numbers).html());
      return Map.of("figure", Template.html("figure.html").fill(figure).stripTrailing());
    }
  }

  /** A machine without fonts costs the report its charts, and nothing else. */
  static Charts of(Study study, Summary summary) {
    if (summary.completed() == 0) {
      return new Charts(List.of(), "There are no charts, since no trial has completed.");
    }
    boolean blind = Curves.of(study).blind();
    String missing = "There is no validation split, and so no chart of validation accuracy.";
    Charts charts = tried(() -> new Figures(study, summary).all().stream().map(Drawn::of).toList());
    return blind && charts.missing.isEmpty() ? new Charts(charts.drawn, missing) : charts;
  }

  /** What is drawn, or why nothing could be. */
  static Charts tried(Supplier<List<Drawn>> drawing) {
    try {
      return new Charts(drawing.get(), "");
    } catch (LinkageError | InternalError | RuntimeException e) {
      return new Charts(List.of(), NOT_DRAWN.formatted(root(e)));
    }
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }
}
