package io.squeezelab.chart;

import io.squeezelab.analysis.Excitation;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Profile;
import io.squeezelab.analysis.Profile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Mean weights of gates by channel, for some classes and for all, one plot a gate: where the lines
 * part, the gate tells classes from each other.
 */
public final class ProfilesChart {
  private final List<Profile> profiles;
  private final List<String> names;
  private final Map<String, Mark> marks;
  private final Range weights;
  private final int columns;

  private ProfilesChart(List<Profile> profiles) {
    this.profiles = profiles;
    names = Gatings.brief(profiles.stream().map(Profile::place).toList());
    List<String> lines = profiles.get(0).lines().stream().map(Line::name).toList();
    marks = Mark.of(lines, Profile.ALL);
    weights =
        Extent.of(
            profiles.stream()
                .flatMap(p -> p.lines().stream())
                .flatMap(line -> line.means().stream())
                .mapToDouble(mean -> mean)
                .toArray(),
            new double[0],
            0.05);
    columns = (int) Math.ceil(Math.sqrt(profiles.size()));
  }

  /**
   * Draws the profiles, of which there must be one.
   *
   * @param file name of its files
   * @param title above the chart: whose gates these are
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Excitation of, String file, String title, String caption) {
    return new ProfilesChart(of.profiles()).draw(file, title, caption, of.depths().size());
  }

  private Figure draw(String file, String title, String caption, int gates) {
    List<Panels.Panel> panels = new ArrayList<>();
    for (int i = 0; i < profiles.size(); i++) {
      panels.add(new Panels.Panel(names.get(i), plot(profiles.get(i), i)));
    }
    String some =
        profiles.size() < gates ? " · %d of %d gates".formatted(profiles.size(), gates) : "";
    JFreeChart chart = Look.chart(title, caption + some, Panels.paper(), legend());
    return new Figure(
        file,
        "Mean weight of each channel, by class",
        description(),
        chart,
        new Panels(panels, columns, "Channel, by mean weight over all classes"));
  }

  private XYPlot plot(Profile of, int index) {
    boolean first = index % columns == 0;
    int channels = of.channels().size();
    NumberAxis x = Look.axis(null, new Range(0.5, channels + 0.5));
    x.setTickUnit(Ticks.few(new Range(1, channels), true));
    NumberAxis y = Look.axis(first ? "Mean weight" : null, weights);
    y.setTickUnit(Ticks.few(weights, false));
    XYPlot plot = Panels.frame(x, y, first ? 44 : 30, 16);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (Line line : of.lines()) {
      Mark mark = marks.get(line.name());
      renderer.setSeriesPaint(data.getSeriesCount(), mark.colour());
      renderer.setSeriesStroke(data.getSeriesCount(), mark.stroke());
      XYSeries series = new XYSeries(line.name());
      IntStream.range(0, channels).forEach(c -> series.add(c + 1, line.means().get(c)));
      data.addSeries(series);
    }
    plot.setDataset(data);
    plot.setRenderer(renderer);
    return plot;
  }

  private LegendItemCollection legend() {
    LegendItemCollection items = new LegendItemCollection();
    marks.forEach((name, mark) -> items.add(Legends.line(name, mark)));
    return items;
  }

  private String description() {
    return "Mean weight of each channel over the images of a class. "
        + IntStream.range(0, profiles.size())
            .mapToObj(i -> names.get(i) + ": " + inWords(profiles.get(i)))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static String inWords(Profile of) {
    List<Double> all = of.lines().get(0).means();
    double most = 0;
    for (Line line : of.lines()) {
      for (int c = 0; c < all.size(); c++) {
        most = Math.max(most, Math.abs(line.means().get(c) - all.get(c)));
      }
    }
    return "over all classes from %s to %s, a class at most %s from it"
        .formatted(
            Numbers.measure(all.get(0)),
            Numbers.measure(all.get(all.size() - 1)),
            Numbers.measure(most));
  }
}
