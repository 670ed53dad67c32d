package io.squeezelab.chart;

import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;

/** What the signs of a chart mean. */
final class Legends {
  static final Color FRONT = new Color(0x7A7A7A);
  static final BasicStroke FRONT_LINE = Mark.stroke(1.3f, 5, 3);

  private Legends() {}

  static LegendItemCollection tradeoff(Tradeoff tradeoff) {
    LegendItemCollection items = new LegendItemCollection();
    if (tradeoff.points().stream().anyMatch(Point::baseline)) {
      items.add(shape("baseline", Mark.BASELINE.shape(), Mark.BASELINE.colour()));
    }
    if (tradeoff.points().size() > Names.MOST) {
      items.add(shape("other arms", Mark.OTHER.shape(), Mark.OTHER.colour()));
    }
    if (tradeoff.points().stream().anyMatch(p -> p.top1().bounded())) {
      items.add(line("95 % interval of the mean", bar(), Look.SOFT, Mark.stroke(1.1f)));
    }
    if (tradeoff.points().size() > 1) {
      Shape dash = new Line2D.Double(-13, 0, 13, 0);
      items.add(line("Pareto front of the means", dash, FRONT, FRONT_LINE));
    }
    return items;
  }

  /** A line without markers. */
  static LegendItem line(String text, Mark mark) {
    return line(text, new Line2D.Double(-13, 0, 13, 0), mark.colour(), mark.stroke());
  }

  /** A line with its marker. */
  static LegendItem marked(String text, Mark mark) {
    Shape line = new Line2D.Double(-13, 0, 13, 0);
    Color colour = mark.colour();
    return new LegendItem(
        text,
        null,
        null,
        null,
        true,
        mark.shape(),
        true,
        colour,
        true,
        colour,
        Mark.stroke(1),
        true,
        line,
        mark.stroke(),
        colour);
  }

  private static LegendItem shape(String text, Shape shape, Paint paint) {
    return new LegendItem(text, null, null, null, shape, paint);
  }

  private static LegendItem line(String text, Shape line, Paint paint, BasicStroke stroke) {
    return new LegendItem(text, null, null, null, line, stroke, paint);
  }

  private static Shape bar() {
    Path2D bar = new Path2D.Double();
    bar.append(new Line2D.Double(-3, -6, 3, -6), false);
    bar.append(new Line2D.Double(0, -6, 0, 6), false);
    bar.append(new Line2D.Double(-3, 6, 3, 6), false);
    return bar;
  }
}
