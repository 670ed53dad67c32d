package io.squeezelab.chart;

import io.squeezelab.analysis.Excitation;
import io.squeezelab.analysis.Excitation.Depth;
import io.squeezelab.analysis.Numbers;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/**
 * Gates by depth: how many weights are near 0 and near 1, how far classes and images are apart, and
 * the entropy. A column for each gate of a module that has several.
 */
public final class DepthChart {
  private final List<Depth> depths;
  private final List<String> names;
  private final List<String> kinds;

  private DepthChart(List<Depth> depths) {
    this.depths = depths;
    List<String> places = depths.stream().map(Depth::place).toList();
    names = Gatings.brief(places);
    kinds = Gatings.kinds(places);
  }

  /**
   * Draws the gates, of which there must be one.
   *
   * @param near what counts as near, for the caption
   * @param file name of its files
   * @param title above the chart: whose gates these are
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Excitation of, double near, String file, String title, String caption) {
    String bound = " · near: by less than " + near;
    return new DepthChart(of.depths()).draw(file, title, caption + bound);
  }

  private Figure draw(String file, String title, String caption) {
    String heading = "Saturation and spread of gates by depth";
    Figure.Drawing drawing =
        look -> {
          LegendItemCollection legend = new LegendItemCollection();
          Strip.MARKS.forEach((name, mark) -> legend.add(new Legends(look).marked(name, mark)));
          JFreeChart chart = look.chart(title, caption, Panels.paper(look), legend);
          return new Figure.Layers(chart, new Panels(panels(look), kinds.size(), "Gate, by depth"));
        };
    return new Figure(file, heading, description(), numbers(), drawing);
  }

  private List<Panels.Panel> panels(Look look) {
    List<Panels.Panel> panels = new ArrayList<>();
    for (Strip strip : Strip.ALL) {
      for (String kind : kinds) {
        String name = strip.first() && kinds.size() > 1 ? "gate " + kind : "";
        panels.add(new Panels.Panel(name, plot(look, strip, kind)));
      }
    }
    return panels;
  }

  private Table numbers() {
    Table.Draft table =
        Table.of(
            "Gate",
            "near 0 (%)",
            "near 1 (%)",
            "sd between classes",
            "sd within a class",
            "entropy (bits)");
    for (Depth of : depths) {
      table.row(
          of.place(),
          Numbers.percent(of.nearZero()),
          Numbers.percent(of.nearOne()),
          Numbers.measure(of.between()),
          Numbers.measure(of.within()),
          Numbers.measure(of.entropy()));
    }
    return table.done();
  }

  private XYPlot plot(Look look, Strip strip, String kind) {
    List<Integer> gates =
        IntStream.range(0, depths.size())
            .filter(i -> kinds.size() == 1 || Gatings.kind(depths.get(i).place()).equals(kind))
            .boxed()
            .toList();
    SymbolAxis x = new SymbolAxis(null, gates.stream().map(names::get).toArray(String[]::new));
    look.ink(x);
    x.setGridBandsVisible(false);
    x.setRange(-0.5, gates.size() - 0.5);
    x.setTickLabelsVisible(strip.last());
    x.setTickUnit(new NumberTickUnit(step(gates)));
    Range range = strip.range(depths);
    boolean first = kind.equals(kinds.get(0));
    NumberAxis y = look.axis(first ? strip.axis() : null, range);
    y.setTickUnit(Ticks.few(range, false));
    XYPlot plot = Panels.frame(look, x, y, first ? 48 : 34, strip.last() ? 18 : 4);
    strip.fill(plot, gates.stream().map(depths::get).toList(), look);
    return plot;
  }

  /** Every so many gates have room for their names. */
  private double step(List<Integer> gates) {
    Font font = Typeface.CAPTION;
    double widest =
        gates.stream().mapToDouble(i -> Typeface.width(names.get(i), font)).max().orElse(0);
    double room = Figure.WIDTH / (double) kinds.size() - 70;
    return Math.ceil(gates.size() * (widest + 10) / room);
  }

  private String description() {
    return IntStream.range(0, depths.size())
        .mapToObj(i -> names.get(i) + ": " + inWords(depths.get(i)))
        .collect(Collectors.joining("; ", "By gate: ", "."));
  }

  private static String inWords(Depth of) {
    return "%s %% of the weights near 0, %s %% near 1, sd %s between classes, %s within a class, entropy %s bits"
        .formatted(
            Numbers.percent(of.nearZero()),
            Numbers.percent(of.nearOne()),
            Numbers.measure(of.between()),
            Numbers.measure(of.within()),
            Numbers.measure(of.entropy()));
  }
}
