package io.squeezelab.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * How one arm looks: colour, marker and line differ together, so that arms are told apart by
 * colour-blind readers and in grey print. Black, or white on dark screens, is the baseline's.
 *
 * @param filled whether the marker is filled with the colour, or with that of the paper
 */
record Mark(Tone tone, Shape shape, boolean filled, BasicStroke stroke) {
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
      new Mark(Tone.BASELINE, polygon(0, -5.8, 5.2, 0, 0, 5.8, -5.2, 0), true, stroke(2.2f));

  /** An arm among many, which the chart does not name. */
  static final Mark OTHER =
      new Mark(Tone.OTHER, new Ellipse2D.Double(-2.5, -2.5, 5, 5), true, stroke(1));

  /** Any arm, in charts that tell arms apart by their place. */
  static final Mark ARM =
      new Mark(Tone.BLUE, new Ellipse2D.Double(-4, -4, 8, 8), true, stroke(1.6f));

  /** What tests found above the baseline, below it, and neither. */
  static final Mark ABOVE =
      new Mark(Tone.GREEN, polygon(0, -5, 4.7, 3.4, -4.7, 3.4), true, stroke(1.6f));

  static final Mark BELOW =
      new Mark(Tone.VERMILION, polygon(0, 5, 4.7, -3.4, -4.7, -3.4), true, stroke(1.6f));

  static final Mark UNTOLD =
      new Mark(Tone.SOFT, new Ellipse2D.Double(-4, -4, 8, 8), false, stroke(1.6f));

  /** Marks of arms in their order; the baseline's label may be null. */
  static Map<String, Mark> of(List<String> arms, String baseline) {
    Map<String, Mark> marks = new LinkedHashMap<>();
    List<String> others = new ArrayList<>(arms);
    others.remove(baseline);
    arms.forEach(a -> marks.put(a, a.equals(baseline) ? BASELINE : other(others.indexOf(a))));
    return marks;
  }

  void draw(Pen pen, double x, double y) {
    Shape at = AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    pen.draw(at, Tone.PAPER, stroke(3)); // keeps touching markers apart
    pen.fill(at, filled ? tone : Tone.PAPER);
    pen.draw(at, tone, stroke(1.4f));
  }

  /** A renderer's line and marker. */
  void paint(XYLineAndShapeRenderer renderer, int line, Look look) {
    renderer.setSeriesPaint(line, look.of(tone));
    renderer.setSeriesStroke(line, stroke);
    renderer.setSeriesShape(line, shape);
    renderer.setSeriesShapesFilled(line, filled);
  }

  /** A dot that lets others of its kind be seen under it. */
  void small(Pen pen, double x, double y) {
    Shape dot = new Ellipse2D.Double(x - 2.8, y - 2.8, 5.6, 5.6);
    pen.fill(dot, tone);
    pen.draw(dot, Tone.PAPER, stroke(0.8f));
  }

  /** Colours turn over after six arms, with hollow markers and other dashes the second time. */
  private static Mark other(int index) {
    int turn = index / Tone.LINES.size();
    int dash = (index + turn) % DASHES.length;
    return new Mark(
        Tone.LINES.get(index % Tone.LINES.size()),
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
