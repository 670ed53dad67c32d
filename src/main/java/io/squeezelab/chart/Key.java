package io.squeezelab.chart;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.XYPlot;

/**
 * Names the arms to the right of a plot, each as near as it can be to its value, with a line that
 * leads there.
 *
 * @param lines whether arms are curves, so that a piece of line stands by each name
 * @param most width of a name; longer ones are shortened
 */
record Key(List<Entry> entries, boolean lines, double most) implements Figure.Overlay {
  private static final double LINE = 15.5;
  static final double MOST = 250;
  private static final double LEAD = 22;
  private static final double SAMPLE = 26;

  /**
   * @param value on the plot's vertical axis; NaN stands at the top, in the order of the entries
   */
  record Entry(String label, Mark mark, double value) {}

  Key(List<Entry> entries, boolean lines) {
    this(entries, lines, MOST);
  }

  /** How much room it takes beside the plot. */
  double width() {
    return LEAD + SAMPLE + 6 + textWidth();
  }

  @Override
  public void draw(Pen pen, XYPlot plot, Rectangle2D area) {
    double[] wanted = entries.stream().mapToDouble(e -> at(e, plot, area)).toArray();
    double[] places = Column.spread(wanted, LINE, area.getMinY(), area.getMaxY());
    for (int i = 0; i < places.length; i++) {
      boolean leads = Double.isFinite(entries.get(i).value);
      if (leads) {
        lead(pen, area.getMaxX(), wanted[i], places[i]);
      }
      name(pen, entries.get(i), area.getMaxX() + (leads ? LEAD : 6), places[i]);
    }
  }

  private static double at(Entry entry, XYPlot plot, Rectangle2D area) {
    double y = plot.getRangeAxis().valueToJava2D(entry.value, area, plot.getRangeAxisEdge());
    return Double.isFinite(entry.value)
        ? Math.max(area.getMinY(), Math.min(y, area.getMaxY()))
        : area.getMinY();
  }

  private static void lead(Pen pen, double x, double from, double to) {
    Path2D path = new Path2D.Double();
    path.moveTo(x + 2, from);
    path.lineTo(x + 6, from);
    path.lineTo(x + LEAD - 6, to);
    path.lineTo(x + LEAD - 2, to);
    pen.draw(path, Tone.LEADER, Mark.stroke(0.8f));
  }

  private void name(Pen pen, Entry entry, double x, double y) {
    double middle = x + SAMPLE / 2;
    if (lines) {
      pen.line(x, y, x + SAMPLE, y, entry.mark.tone(), entry.mark.stroke());
    }
    entry.mark.draw(pen, middle, y);
    String text = Typeface.fitting(entry.label, Typeface.LABEL, textWidth() + 0.5);
    pen.text(text, x + SAMPLE + 5, y, Typeface.LABEL, Tone.INK);
  }

  private double textWidth() {
    double widest =
        entries.stream().mapToDouble(e -> Typeface.width(e.label, Typeface.LABEL)).max().orElse(0);
    return Math.min(most, widest);
  }
}
