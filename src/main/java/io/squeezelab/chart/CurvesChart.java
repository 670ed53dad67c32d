package io.squeezelab.chart;

import io.squeezelab.analysis.Curves;
import io.squeezelab.analysis.Curves.Curve;
import io.squeezelab.analysis.Curves.Step;
import io.squeezelab.analysis.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/**
 * Learning curves: a line an arm, with what the seeds say around it as a band; of twelve arms at
 * most, the baseline and the best.
 */
public final class CurvesChart {
  private final Quantity quantity;
  private final List<Curve> curves;
  private final int epochs;
  private final Map<String, Mark> marks;

  private CurvesChart(Curves all, Quantity quantity) {
    this.quantity = quantity;
    curves =
        all.highest(Names.MOST).curves().stream()
            .filter(c -> !quantity.known(c).isEmpty())
            .toList();
    epochs = curves.stream().mapToInt(c -> c.last().epoch()).max().orElse(1);
    String baseline =
        curves.stream().filter(Curve::baseline).map(Curve::label).findFirst().orElse(null);
    marks = Mark.of(curves.stream().map(Curve::label).toList(), baseline);
  }

  /**
   * Validation accuracy by epoch.
   *
   * @param title above the chart: the question that was asked
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure accuracy(Curves curves, String title, String caption) {
    CurvesChart chart = new CurvesChart(curves, Quantity.TOP1);
    return chart.draw(title, caption, curves.curves().size());
  }

  /** Training loss by epoch. */
  public static Figure loss(Curves curves, String title, String caption) {
    CurvesChart chart = new CurvesChart(curves, Quantity.LOSS);
    return chart.draw(title, caption, curves.curves().size());
  }

  private Figure draw(String title, String caption, int of) {
    Key key = key();
    int hidden = of - curves.size();
    String more = hidden > 0 ? " · %d more arms are in the table".formatted(hidden) : "";
    Figure.Drawing drawing =
        look -> {
          XYPlot plot = plot(look, 1);
          plot.setInsets(Look.beside(key.width()));
          Inset inset = Inset.of(plot(look, epochs - epochs / 3), quantity.rises());
          return new Figure.Layers(
              look.chart(title, caption + band() + more, plot, new LegendItemCollection()),
              (pen, within, area) -> {
                key.draw(pen, within, area);
                inset.draw(pen, within, area);
              });
        };
    return new Figure(quantity.file(), quantity.heading(), description(), numbers(), drawing);
  }

  private Table numbers() {
    Table.Draft table = Table.of("Arm", "Epoch", "n", quantity.axis(), "low", "high");
    for (Curve curve : curves) {
      for (Step step : quantity.known(curve)) {
        quantity.row(table, curve, step);
      }
    }
    return table.done();
  }

  private Key key() {
    return new Key(
        curves.stream()
            .map(c -> new Key.Entry(c.label(), marks.get(c.label()), quantity.end(c)))
            .toList(),
        true);
  }

  /** The epochs from {@code from} to the last. */
  private XYPlot plot(Look look, int from) {
    double room = epochs > from ? 0.015 * (epochs - from) : 0.5;
    NumberAxis x = look.axis("Epoch", new Range(from - room, epochs + room));
    x.setTickUnit(Ticks.whole(x.getRange()));
    XYPlot plot = look.plot(x, look.axis(quantity.axis(), quantity.range(curves, from)));
    plot.setDataset(quantity.data(curves));
    plot.setRenderer(new BandRenderer(List.copyOf(marks.values()), epochs, look));
    return plot;
  }

  /** What the bands are; see {@link Curves.Band}. */
  private String band() {
    Set<Integer> seeds =
        curves.stream()
            .flatMap(c -> c.steps().stream())
            .map(s -> quantity.of().apply(s).n())
            .collect(Collectors.toSet());
    boolean intervals = seeds.stream().anyMatch(n -> n > 2);
    if (seeds.contains(2)) {
      String two = "from one seed to the other";
      return " · band: " + (intervals ? "95 % interval of the mean; of two seeds, " : "") + two;
    }
    return intervals ? " · band: 95 % interval of the mean" : "";
  }

  private String description() {
    return quantity.heading()
        + ", mean of the seeds. After the last epoch: "
        + curves.stream()
            .map(c -> c.label() + " " + Numbers.measure(quantity.end(c)) + " " + quantity.unit())
            .collect(Collectors.joining("; "))
        + ".";
  }
}
