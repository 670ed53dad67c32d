package io.squeezelab.chart;

import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Front;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Test accuracy against cost: a marker an arm, its 95 % interval as a bar, the Pareto front as
 * steps, which show the best accuracy that a given cost buys.
 */
public final class TradeoffChart {
  private TradeoffChart() {}

  /**
   * @param front how sure it is
   * @param title above the chart: the question that was asked
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Tradeoff tradeoff, Front front, String title, String caption) {
    Names names = Names.of(tradeoff, front);
    Unit unit = Unit.of(tradeoff);
    Range tops = accuracies(tradeoff.points());
    List<Estimate> all = tradeoff.points().stream().map(Point::top1).toList();
    String together = unit.spreads() ? " · arms of equal cost stand side by side" : "";
    String below =
        caption
            + Whisker.remarks(all, tops, 100)
            + together
            + sure(names)
            + Clauses.remarks(front.remarks());
    Figure.Drawing drawing =
        look -> {
          XYPlot plot = plot(look, tradeoff, unit, names, tops);
          LegendItemCollection legend = new Legends(look).tradeoff(tradeoff);
          var chart = look.chart(title, below, plot, legend);
          return new Figure.Layers(chart, new Points(tradeoff, unit, names));
        };
    String file = "accuracy-" + tradeoff.axis().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Figure(
        file, heading(tradeoff), description(tradeoff, names), names.table(tradeoff), drawing);
  }

  private static String sure(Names names) {
    return names.sure().isEmpty() ? "" : " · %: probability of being on the front, by bootstrap";
  }

  private static XYPlot plot(Look look, Tradeoff tradeoff, Unit unit, Names names, Range tops) {
    NumberAxis x = look.axis(unit.label(), unit.range(tradeoff.points()));
    NumberAxis y = look.axis("Test top-1 (%)", tops);
    XYPlot plot = look.plot(x, y);
    plot.setInsets(Look.beside(names.room()));
    if (tradeoff.points().size() > 1) {
      front(plot, look, tradeoff, unit, x.getUpperBound());
    }
    bars(plot, look, tradeoff, unit, names);
    return plot;
  }

  private static Range accuracies(List<Point> points) {
    double[] means = points.stream().mapToDouble(p -> 100 * p.top1().mean()).toArray();
    double[] ends =
        points.stream()
            .flatMapToDouble(p -> DoubleStream.of(100 * p.top1().low(), 100 * p.top1().high()))
            .toArray();
    return Extent.percent(Extent.of(means, ends, 1));
  }

  private static void front(XYPlot plot, Look look, Tradeoff tradeoff, Unit unit, double end) {
    XYSeries steps = new XYSeries("front", false);
    List<Point> front = tradeoff.front();
    front.forEach(p -> steps.add(unit.of(p), 100 * p.top1().mean()));
    steps.add(end, 100 * front.get(front.size() - 1).top1().mean());
    XYStepRenderer renderer = new XYStepRenderer();
    renderer.setSeriesPaint(0, look.of(Tone.FRONT));
    renderer.setSeriesStroke(0, Legends.FRONT_LINE);
    renderer.setDefaultShapesVisible(false);
    plot.setDataset(1, new XYSeriesCollection(steps));
    plot.setRenderer(1, renderer);
  }

  private static void bars(XYPlot plot, Look look, Tradeoff tradeoff, Unit unit, Names names) {
    XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDefaultShapesVisible(false);
    renderer.setDrawXError(false);
    renderer.setCapLength(6);
    renderer.setErrorStroke(Mark.stroke(1.1f));
    for (Point p : tradeoff.points()) {
      if (p.top1().bounded()) {
        XYIntervalSeries bar = new XYIntervalSeries(p.label());
        double x = unit.of(p);
        double y = 100 * p.top1().mean();
        bar.add(x, x, x, y, 100 * p.top1().low(), 100 * p.top1().high());
        renderer.setSeriesPaint(bars.getSeriesCount(), look.of(names.mark(p).tone()));
        bars.addSeries(bar);
      }
    }
    plot.setDataset(0, bars);
    plot.setRenderer(0, renderer);
  }

  private static String heading(Tradeoff tradeoff) {
    return "Accuracy against " + tradeoff.axis().what();
  }

  private static String description(Tradeoff of, Names names) {
    List<String> points = names.named().stream().map(p -> words(of, names, p)).toList();
    List<String> front = of.front().stream().map(Point::label).toList();
    return "Mean test accuracy of each arm: %s. On the Pareto front: %s."
        .formatted(Clauses.list(points, of.points().size()), Clauses.list(front, front.size()));
  }

  private static String words(Tradeoff of, Names names, Point p) {
    String probable = names.sure().get(p.label());
    return "%s %s %%%s at %s"
            .formatted(
                p.label(),
                Numbers.percent(p.top1().mean()),
                Whisker.spoken(p.top1()),
                Scale.text(of.axis(), p.cost()))
        + (probable == null ? "" : ", on the front with a probability of " + probable);
  }
}
