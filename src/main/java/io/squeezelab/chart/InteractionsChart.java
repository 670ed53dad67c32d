package io.squeezelab.chart;

import io.squeezelab.analysis.Factors;
import io.squeezelab.analysis.Factors.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Whether what one factor does depends on another: a plot for each pair, the levels of one along
 * the axis, a line for each level of the other. Parallel lines: it does not.
 */
public final class InteractionsChart {
  private static final int MOST = 4;
  private final Factors of;
  private final List<Terms.Pair> pairs;
  private final List<Terms.Pair> shown;
  private final Range range;

  private InteractionsChart(Factors of) {
    this.of = of;
    pairs = Terms.pairs(of);
    shown = pairs.subList(0, Math.min(MOST, pairs.size()));
    double[] means =
        shown.stream()
            .flatMap(p -> p.cells().stream())
            .mapToDouble(c -> 100 * c.mean().mean())
            .toArray();
    range = Extent.percent(Extent.of(means, new double[0], 0.5));
  }

  /**
   * Draws the pairs, of which there must be one.
   *
   * @param title above the chart: the question that was asked
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Factors of, String title, String caption) {
    return new InteractionsChart(of).draw(new Captioned(title, caption));
  }

  private Figure draw(Captioned plain) {
    int hidden = pairs.size() - shown.size();
    String more = hidden > 0 ? " · %d more pairs are in the table".formatted(hidden) : "";
    Captioned around =
        plain.and(" · means over all other factors" + more).and(Clauses.remarks(of.remarks()));
    int columns = shown.size() > 1 ? 2 : 1;
    Figure.Drawing drawing =
        look -> {
          List<Panels.Panel> panels = shown.stream().map(p -> panel(look, p)).toList();
          return around.around(new Panels(panels, columns, "")).in(look);
        };
    int height = shown.size() > 2 ? 560 : 380;
    return new Figure(
        "interactions",
        "How factors depend on each other",
        words(),
        Terms.table(pairs),
        height + around.room(),
        drawing);
  }

  private Panels.Panel panel(Look look, Terms.Pair pair) {
    Map<String, Mark> marks = Mark.of(pair.secondLevels(), null);
    String last = pair.firstLevels().get(pair.firstLevels().size() - 1);
    List<Key.Entry> entries = new ArrayList<>();
    for (String level : pair.secondLevels()) {
      Cell end = pair.cell(last, level);
      entries.add(
          new Key.Entry(
              level, marks.get(level), end == null ? Double.NaN : 100 * end.mean().mean()));
    }
    Key key = new Key(entries, false, shown.size() > 1 ? 70 : Key.MOST);
    String effect = Terms.effect(of, pair.first(), pair.second());
    String name = pair.title();
    return new Panels.Panel(
        effect.isEmpty() ? name : name + ", " + effect, plot(look, pair, marks, key), key);
  }

  private XYPlot plot(Look look, Terms.Pair pair, Map<String, Mark> marks, Key key) {
    double room = (shown.size() > 1 ? Figure.WIDTH / 2.0 : Figure.WIDTH) - 90 - key.width();
    double each = room / pair.firstLevels().size() - 8;
    String[] levels =
        pair.firstLevels().stream()
            .map(level -> Typeface.fitting(level, Typeface.CAPTION, each))
            .toArray(String[]::new);
    SymbolAxis x = new SymbolAxis(Terms.brief(pair.first()), levels);
    look.ink(x);
    x.setGridBandsVisible(false);
    x.setRange(-0.3, pair.firstLevels().size() - 0.7);
    NumberAxis y = look.axis("Test top-1 (%)", range);
    y.setTickUnit(Ticks.few(range, false));
    XYPlot plot = Panels.frame(look, x, y, 48, 32);
    plot.setInsets(new RectangleInsets(0, 0, 0, key.width()));
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    for (String level : pair.secondLevels()) {
      Mark mark = marks.get(level);
      mark.paint(renderer, data.getSeriesCount(), look);
      XYSeries line = new XYSeries(level);
      for (int i = 0; i < pair.firstLevels().size(); i++) {
        Cell cell = pair.cell(pair.firstLevels().get(i), level);
        line.add(i, cell == null ? null : 100 * cell.mean().mean());
      }
      data.addSeries(line);
    }
    plot.setDataset(data);
    plot.setRenderer(renderer);
    return plot;
  }

  private String words() {
    int all = pairs.stream().mapToInt(p -> p.cells().size()).sum();
    List<String> effects =
        shown.stream()
            .filter(p -> !Terms.effect(of, p.first(), p.second()).isEmpty())
            .map(p -> p.title() + " " + Terms.effect(of, p.first(), p.second()))
            .toList();
    String shares = effects.isEmpty() ? "" : " Interactions: " + String.join("; ", effects) + ".";
    return "Mean test accuracy: %s.".formatted(Clauses.list(Terms.words(shown), all)) + shares;
  }
}
