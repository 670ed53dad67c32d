package io.squeezelab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one arm looks: colour, marker and line differ together, so that arms are told apart by
 * colour-blind readers and in grey print. Colours are those of M. Okabe and K. Ito, "Color
 * universal design" (2008), less yellow, which is too pale for lines on white; black is the
 * baseline's.
 *
 * @param filled whether the marker is filled with the colour, or with white
 */
record Mark(Color colour, Shape shape, boolean filled, BasicStroke stroke) {
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9));
  private static final List<Shape> SHAPES =
      List.of(
          new Ellipse2D.Double(-4, -4, 8, 8),
          polygon(0, -5, 4.7, 3.4, -4.7, 3.4),
          new Rectangle2D.Double(-3.6, -3.6, 7.2, 7.2),
          polygon(0, 5, 4.7, -3.4, -4.7, -3.4),
          polygon(0, -4.5, 4.3, -1.4, 2.6, 3.7, -2.6, 3.7, -4.3, -1.4),
          polygon(-5, 0, -2.5, -4.2, 2.5, -4.2, 5, 0, 2.5, 4.2, -2.5, 4.2));
  private static final float[][] DASHES = {{}, {7, 3}, {2, 2.5f}, {8, 2.5f, 2, 2.5f}};

  static final Mark BASELINE =
      new Mark(Color.BLACK, polygon(0, -5.8, 5.2, 0, 0, 5.8, -5.2, 0), true, stroke(2.2f));

  /** An arm among many, which the chart does not name. */
  static final Mark OTHER =
      new Mark(new Color(0x9A9A9A), new Ellipse2D.Double(-2.5, -2.5, 5, 5), true, stroke(1));

  /** Marks of arms in their order; the baseline's label may be null. */
  static Map<String, Mark> of(List<String> arms, String baseline) {
    Map<String, Mark> marks = new LinkedHashMap<>();
    List<String> others = new ArrayList<>(arms);
    others.remove(baseline);
    arms.forEach(a -> marks.put(a, a.equals(baseline) ? BASELINE : other(others.indexOf(a))));
    return marks;
  }

  void draw(Graphics2D g, double x, double y) {
    Shape at = AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    g.setPaint(Color.WHITE);
    g.setStroke(stroke(3)); // keeps touching markers apart
    g.draw(at);
    g.setPaint(filled ? colour : Color.WHITE);
    g.fill(at);
    g.setPaint(colour);
    g.setStroke(stroke(1.4f));
    g.draw(at);
  }

  /** Colours turn over after six arms, with hollow markers and other dashes the second time. */
  private static Mark other(int index) {
    int turn = index / COLOURS.size();
    int dash = (index + turn) % DASHES.length;
    return new Mark(
        COLOURS.get(index % COLOURS.size()),
        SHAPES.get(index % SHAPES.size()),
        turn % 2 == 0,
        stroke(1.6f, DASHES[dash]));
  }

  static BasicStroke stroke(float width, float... dash) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash.length == 0 ? null : dash, 0);
  }

  private static Shape polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }
}
