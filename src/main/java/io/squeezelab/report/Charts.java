package io.squeezelab.report;

import io.squeezelab.analysis.Curves;
import io.squeezelab.analysis.Evidence;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Axis;
import io.squeezelab.chart.CurvesChart;
import io.squeezelab.chart.Figure;
import io.squeezelab.chart.TradeoffChart;
import java.util.ArrayList;
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
      List.of("accuracy-macs", "accuracy-params", "learning-curves", "training-loss");

  private static final String NOT_DRAWN =
      "The charts could not be drawn: %s. Java draws text with fontconfig and a font; where they are"
          + " missing (on Debian: apt install fontconfig fonts-dejavu-core), install them and write"
          + " the report again.";

  /**
   * @param png of the same chart, drawn when it is asked for
   */
  record Drawn(String name, String heading, String description, String svg, Supplier<byte[]> png) {
    static Drawn of(Figure figure) {
      return new Drawn(
          figure.name(), figure.heading(), figure.description(), figure.svg(), figure::png);
    }

    /** The chart as a page takes it. */
    Map<String, Object> values() {
      return Map.of("file", name, "heading", heading, "description", description, "svg", svg);
    }
  }

  /** A machine without fonts costs the report its charts, and nothing else. */
  static Charts of(Study study) {
    Summary summary = Summary.of(study);
    if (summary.completed() == 0) {
      return new Charts(List.of(), "There are no charts, since no trial has completed.");
    }
    boolean blind = Curves.of(study).blind();
    String missing = "There is no validation split, and so no chart of validation accuracy.";
    Charts charts = tried(() -> draw(study, summary));
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

  private static List<Drawn> draw(Study study, Summary summary) {
    String title = study.title();
    String caption = Evidence.of(study).caption();
    List<Drawn> drawn = new ArrayList<>();
    for (Axis axis : List.of(Axis.MACS, Axis.PARAMS)) {
      Tradeoff tradeoff = Tradeoff.of(summary, axis);
      if (!tradeoff.points().isEmpty()) {
        drawn.add(Drawn.of(TradeoffChart.draw(tradeoff, title, caption)));
      }
    }
    Curves curves = Curves.of(study);
    if (curves.validated()) {
      drawn.add(Drawn.of(CurvesChart.accuracy(curves, title, caption)));
    }
    if (!curves.curves().isEmpty()) {
      drawn.add(Drawn.of(CurvesChart.loss(curves, title, caption)));
    }
    return drawn;
  }
}
