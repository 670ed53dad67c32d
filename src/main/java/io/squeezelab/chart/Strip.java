package io.squeezelab.chart;

import io.squeezelab.analysis.Excitation.Depth;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * What one plot of gates by depth shows.
 *
 * @param axis label, with its unit
 * @param least how far the axis reaches at least
 */
record Strip(String axis, double least, List<Measure> measures) {
  /** More gates than this have no markers, which would cover their line. */
  private static final int MARKED = 24;

  /** A line: what it is called, and its number of a gate. */
  record Measure(String name, ToDoubleFunction<Depth> of) {}

  static final List<Strip> ALL =
      List.of(
          new Strip(
              "Share (%)",
              1,
              List.of(
                  new Measure("weights near 0", d -> 100 * d.nearZero()),
                  new Measure("weights near 1", d -> 100 * d.nearOne()))),
          new Strip(
              "sd of weights",
              0.01,
              List.of(
                  new Measure("sd between classes", Depth::between),
                  new Measure("sd within a class", Depth::within))),
          new Strip("Entropy (bits)", 0.5, List.of(new Measure("entropy", Depth::entropy))));

  static final Map<String, Mark> MARKS =
      Mark.of(ALL.stream().flatMap(s -> s.measures.stream()).map(Measure::name).toList(), null);

  boolean first() {
    return this == ALL.get(0);
  }

  boolean last() {
    return this == ALL.get(ALL.size() - 1);
  }

  /** From zero, since all of these are sizes. */
  Range range(List<Depth> depths) {
    double most =
        measures.stream()
            .flatMapToDouble(m -> depths.stream().mapToDouble(m.of))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    double reach = Math.max(most, least);
    return new Range(-0.04 * reach, 1.08 * reach);
  }

  /** Draws the gates from left to right at 0, 1, 2, …. */
  void fill(XYPlot plot, List<Depth> gates, Look look) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, gates.size() <= MARKED);
    renderer.setDrawSeriesLineAsPath(true);
    for (Measure measure : measures) {
      Mark mark = MARKS.get(measure.name);
      renderer.setSeriesPaint(data.getSeriesCount(), look.of(mark.tone()));
      renderer.setSeriesStroke(data.getSeriesCount(), mark.stroke());
      renderer.setSeriesShape(data.getSeriesCount(), mark.shape());
      XYSeries series = new XYSeries(measure.name);
      for (int i = 0; i < gates.size(); i++) {
        double value = measure.of.applyAsDouble(gates.get(i));
        series.add(i, Double.isFinite(value) ? value : null);
      }
      data.addSeries(series);
    }
    plot.setDataset(data);
    plot.setRenderer(renderer);
  }
}
