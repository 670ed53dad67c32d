package io.squeezelab.chart;

import io.squeezelab.analysis.Excitation;
import io.squeezelab.analysis.Profile;
import io.squeezelab.analysis.Profile.Line;
import io.squeezelab.spec.From;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Mean weights of gates by channel, one plot a gate: for some classes and for all, where the lines
 * part, the gate tells classes from each other; and for two classes with the deviation over their
 * images, where the bands are wide, it tells images of one class apart.
 */
@From(
    value = "Squeeze-and-Excitation Networks, figures 6 and 7",
    link = "https://arxiv.org/abs/1709.01507")
public final class ProfilesChart {
  private final List<Profile> profiles;
  private final List<String> names;
  private final Map<String, Mark> marks;
  private final boolean bands;
  private final Range weights;
  private final int columns;

  private ProfilesChart(List<Profile> all, boolean bands) {
    this.bands = bands;
    profiles = bands ? all.stream().map(ProfilesChart::twoClasses).toList() : all;
    names = Gatings.brief(profiles.stream().map(Profile::place).toList());
    List<String> lines = profiles.get(0).lines().stream().map(Line::name).toList();
    marks = Mark.of(lines, Profile.ALL);
    double[] shown =
        profiles.stream().flatMap(p -> p.lines().stream()).flatMapToDouble(this::ends).toArray();
    weights = Extent.of(shown, new double[0], 0.05);
    columns = (int) Math.ceil(Math.sqrt(profiles.size()));
  }

  /** The first and the last class that the profile has. */
  private static Profile twoClasses(Profile of) {
    List<Line> classes = of.lines().subList(1, of.lines().size());
    List<Line> two =
        classes.size() < 3 ? classes : List.of(classes.get(0), classes.get(classes.size() - 1));
    return new Profile(of.place(), of.channels(), two);
  }

  private DoubleStream ends(Line line) {
    return IntStream.range(0, line.means().size())
        .mapToObj(c -> new double[] {low(line, c), line.means().get(c), high(line, c)})
        .flatMapToDouble(DoubleStream::of);
  }

  private double low(Line line, int channel) {
    return line.means().get(channel) - deviation(line, channel);
  }

  private double high(Line line, int channel) {
    return line.means().get(channel) + deviation(line, channel);
  }

  private double deviation(Line line, int channel) {
    double sd = line.deviations().get(channel);
    return bands && Double.isFinite(sd) ? sd : 0;
  }

  /**
   * Draws the profiles, of which there must be one: classes and the mean over all of them.
   *
   * @param file name of its files
   * @param title above the chart: whose gates these are
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Excitation of, String file, String title, String caption) {
    return new ProfilesChart(of.profiles(), false).draw(file, title, caption, of.depths().size());
  }

  /** Two classes, with the standard deviation over their images as a band. */
  public static Figure within(Excitation of, String file, String title, String caption) {
    String band = caption + " · band: mean ± sd over the images of a class";
    return new ProfilesChart(of.profiles(), true).draw(file, title, band, of.depths().size());
  }

  private Figure draw(String file, String title, String caption, int gates) {
    String some =
        profiles.size() < gates ? " · %d of %d gates".formatted(profiles.size(), gates) : "";
    Figure.Drawing drawing =
        look ->
            new Figure.Layers(
                look.chart(title, caption + some, Panels.paper(look), legend(look)),
                new Panels(panels(look), columns, "Channel, by mean weight over all classes"));
    String heading =
        bands
            ? "Weight of each channel within two classes, mean ± sd"
            : "Mean weight of each channel, by class";
    return new Figure(file, heading, words(), ProfileWords.table(profiles), drawing);
  }

  private String words() {
    return bands ? ProfileWords.within(profiles, names) : ProfileWords.between(profiles, names);
  }

  private List<Panels.Panel> panels(Look look) {
    return IntStream.range(0, profiles.size())
        .mapToObj(i -> new Panels.Panel(names.get(i), plot(look, profiles.get(i), i)))
        .toList();
  }

  private XYPlot plot(Look look, Profile of, int index) {
    boolean first = index % columns == 0;
    int channels = of.channels().size();
    NumberAxis x = look.axis(null, new Range(0.5, channels + 0.5));
    x.setTickUnit(Ticks.few(new Range(1, channels), true));
    NumberAxis y = look.axis(first ? (bands ? "Weight" : "Mean weight") : null, weights);
    y.setTickUnit(Ticks.few(weights, false));
    XYPlot plot = Panels.frame(look, x, y, first ? 44 : 30, 16);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(0.2f);
    for (Line line : of.lines()) {
      Mark mark = marks.get(line.name());
      renderer.setSeriesPaint(data.getSeriesCount(), look.of(mark.tone()));
      renderer.setSeriesFillPaint(data.getSeriesCount(), look.of(mark.tone()));
      renderer.setSeriesStroke(data.getSeriesCount(), mark.stroke());
      YIntervalSeries series = new YIntervalSeries(line.name());
      IntStream.range(0, channels)
          .forEach(c -> series.add(c + 1, line.means().get(c), low(line, c), high(line, c)));
      data.addSeries(series);
    }
    plot.setDataset(data);
    plot.setRenderer(renderer);
    return plot;
  }

  private LegendItemCollection legend(Look look) {
    LegendItemCollection items = new LegendItemCollection();
    marks.forEach((name, mark) -> items.add(new Legends(look).line(name, mark)));
    return items;
  }
}
