package io.squeezelab.report;

import io.squeezelab.analysis.Contrasts;
import io.squeezelab.analysis.Coordinates;
import io.squeezelab.analysis.Curves;
import io.squeezelab.analysis.Evidence;
import io.squeezelab.analysis.Factors;
import io.squeezelab.analysis.Front;
import io.squeezelab.analysis.Spread;
import io.squeezelab.analysis.Stages;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.analysis.Timeline;
import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Axis;
import io.squeezelab.chart.CurvesChart;
import io.squeezelab.chart.Figure;
import io.squeezelab.chart.ForestChart;
import io.squeezelab.chart.GridChart;
import io.squeezelab.chart.InteractionsChart;
import io.squeezelab.chart.MarginsChart;
import io.squeezelab.chart.ParallelChart;
import io.squeezelab.chart.SpreadChart;
import io.squeezelab.chart.StagesChart;
import io.squeezelab.chart.TimelineChart;
import io.squeezelab.chart.TradeoffChart;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every figure for which a study has the numbers, in the order of the page. */
final class Figures {
  private static final List<Axis> ALWAYS = List.of(Axis.MACS, Axis.PARAMS);
  private static final List<Axis> WHERE_THEY_DIFFER =
      List.of(Axis.ACTIVATIONS, Axis.MEMORY, Axis.IMAGE_TIME);

  private final Study study;
  private final Summary summary;
  private final String title;
  private final String caption;

  Figures(Study study, Summary summary) {
    this.study = study;
    this.summary = summary;
    title = study.title();
    caption = Evidence.of(study).caption();
  }

  List<Figure> all() {
    List<Supplier<Stream<Figure>>> makers =
        List.of(
            this::differences,
            this::accuracies,
            this::tradeoffs,
            this::factors,
            this::arms,
            this::stages,
            this::curves,
            this::timeline);
    return makers.stream().flatMap(Supplier::get).toList();
  }

  private Stream<Figure> differences() {
    Contrasts all = summary.decisive();
    String than = summary.networks().isPresent() ? summary.against() : all.baseline();
    Contrasts of = new Contrasts(than, all.test(), all.rows(), all.missing());
    return one(!of.rows().isEmpty(), () -> ForestChart.draw(of, title, caption));
  }

  private Stream<Figure> accuracies() {
    Spread of = Spread.of(study);
    return one(!of.rows().isEmpty(), () -> SpreadChart.draw(of, title, caption));
  }

  private Stream<Figure> tradeoffs() {
    return Stream.concat(ALWAYS.stream(), WHERE_THEY_DIFFER.stream().filter(this::differ))
        .flatMap(this::tradeoff);
  }

  private boolean differ(Axis axis) {
    if (axis == Axis.IMAGE_TIME && !Notes.times(study).isEmpty()) {
      return false;
    }
    Stream<Tradeoff.Point> points = Tradeoff.of(summary, axis).points().stream();
    return points.map(Tradeoff.Point::cost).distinct().count() > 1;
  }

  private Stream<Figure> tradeoff(Axis axis) {
    Tradeoff of = Tradeoff.of(summary, axis);
    return one(
        !of.points().isEmpty(),
        () -> TradeoffChart.draw(of, Front.of(study, summary, axis), title, caption));
  }

  private Stream<Figure> factors() {
    Factors of = Factors.of(study);
    long known =
        of.margins().stream()
            .filter(m -> Double.isFinite(m.mean().mean()))
            .map(Factors.Margin::factor)
            .distinct()
            .count();
    Stream<Figure> margins = one(known > 1, () -> MarginsChart.draw(of, title, caption));
    Stream<Figure> pairs =
        one(!of.cells().isEmpty(), () -> InteractionsChart.draw(of, title, caption));
    Stream<Figure> grid = one(!of.cells().isEmpty(), () -> GridChart.draw(of, title, caption));
    return Stream.of(margins, pairs, grid).flatMap(s -> s);
  }

  private Stream<Figure> arms() {
    Coordinates of = Coordinates.of(study, summary);
    boolean worth = of.factors().size() > 1 && of.lines().size() > 2;
    return one(worth, () -> ParallelChart.draw(of, title, caption));
  }

  private Stream<Figure> stages() {
    Stages of = Stages.of(study, summary);
    return of.rows().isEmpty()
        ? Stream.empty()
        : Stream.of(StagesChart.macs(of, title, caption), StagesChart.params(of, title, caption));
  }

  private Stream<Figure> curves() {
    Curves of = Curves.of(study);
    return Stream.concat(
        one(of.validated(), () -> CurvesChart.accuracy(of, title, caption)),
        one(!of.curves().isEmpty(), () -> CurvesChart.loss(of, title, caption)));
  }

  private Stream<Figure> timeline() {
    Timeline of = Timeline.of(study);
    return one(!of.bars().isEmpty(), () -> TimelineChart.draw(of, title, caption));
  }

  private static Stream<Figure> one(boolean worth, Supplier<Figure> maker) {
    return worth ? Stream.of(maker.get()) : Stream.empty();
  }
}
