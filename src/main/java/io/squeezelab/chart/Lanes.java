package io.squeezelab.chart;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/**
 * Rows over one horizontal axis: names on the left, a drawing in each row, text on the right.
 *
 * @param axis its name, with the unit
 * @param right what the text on the right is; empty for none
 * @param line where a line stands across all rows; NaN for none
 */
record Lanes(List<Lane> lanes, Range range, String axis, String right, double line)
    implements Figure.Overlay {
  /** More rows than this are too many to read. */
  static final int MOST = 60;

  private static final double LONGEST = 230;
  private static final double GAP = 8;
  private static final double UNDER = 38;
  private static final Font BESIDE = Typeface.CAPTION;

  /**
   * @param right text; empty for none
   * @param sketch null for a heading
   */
  record Lane(String label, String right, Sketch sketch) {
    static Lane heading(String label, String right) {
      return new Lane(label, right, null);
    }
  }

  /** Draws around {@code y}, in so much height. */
  interface Sketch {
    void draw(Pen pen, Ruler x, double y, double height);
  }

  /** How high a figure of so many rows is. */
  static int height(int rows) {
    int row = rows <= 8 ? 26 : rows <= 24 ? 21 : 16;
    return 132 + Math.max(2, rows) * row;
  }

  @Override
  public void draw(Pen pen, XYPlot paper, Rectangle2D area) {
    double names = widest(lanes.stream().map(Lane::label).toList(), Typeface.LABEL);
    double texts = Math.max(Typeface.width(right, BESIDE), widest(rights(), BESIDE));
    double left = area.getX() + Math.min(LONGEST, names) + GAP;
    double end = area.getMaxX() - texts - (texts > 0 ? GAP + 4 : 6);
    double top = area.getY() + (right.isEmpty() ? 2 : 16);
    double bottom = area.getMaxY() - UNDER;
    Ruler x = new Ruler(range, left, end);
    x.draw(pen, axis, top, bottom);
    if (Double.isFinite(line)) {
      pen.line(x.at(line), top, x.at(line), bottom, Tone.SOFT, Mark.stroke(1.2f));
    }
    pen.text(right, end + GAP + 4, top - 8, BESIDE, Tone.SOFT);
    double height = (bottom - top) / lanes.size();
    for (int i = 0; i < lanes.size(); i++) {
      draw(pen, lanes.get(i), x, top + (i + 0.5) * height, height, area.getX());
    }
  }

  private static void draw(Pen pen, Lane lane, Ruler x, double y, double height, double outermost) {
    Font font = height < 13 ? BESIDE : Typeface.LABEL;
    pen.text(lane.right, x.right() + GAP + 4, y, BESIDE, Tone.INK);
    if (lane.sketch == null) {
      pen.text(lane.label, outermost, y, font.deriveFont(Font.BOLD), Tone.INK);
      return;
    }
    String label = Typeface.fitting(lane.label, font, LONGEST);
    pen.textBefore(label, x.left() - GAP, y, font, Tone.INK);
    lane.sketch.draw(pen, x, y, height);
  }

  private List<String> rights() {
    return lanes.stream().map(Lane::right).toList();
  }

  private static double widest(List<String> texts, Font font) {
    return texts.stream().mapToDouble(t -> Typeface.width(t, font)).max().orElse(0);
  }
}
