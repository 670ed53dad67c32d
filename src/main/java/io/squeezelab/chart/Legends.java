package io.squeezelab.chart;

import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;

/** What the signs of a chart mean. */
record Legends(Look look) {
  static final BasicStroke FRONT_LINE = Mark.stroke(1.3f, 5, 3);

  LegendItemCollection tradeoff(Tradeoff tradeoff) {
    LegendItemCollection items = new LegendItemCollection();
    if (tradeoff.points().stream().anyMatch(Point::baseline)) {
      items.add(shape("baseline", Mark.BASELINE.shape(), Mark.BASELINE.tone()));
    }
    if (tradeoff.points().size() > Names.MOST) {
      items.add(shape("other arms", Mark.OTHER.shape(), Mark.OTHER.tone()));
    }
    if (tradeoff.points().stream().anyMatch(p -> p.top1().bounded())) {
      items.add(line("95 % interval of the mean", bar(), Tone.SOFT, Mark.stroke(1.1f)));
    }
    if (tradeoff.points().size() > 1) {
      Shape dash = new Line2D.Double(-13, 0, 13, 0);
      items.add(line("Pareto front of the means", dash, Tone.FRONT, FRONT_LINE));
    }
    return items;
  }

  /** A line without markers. */
  LegendItem line(String text, Mark mark) {
    return line(text, new Line2D.Double(-13, 0, 13, 0), mark.tone(), mark.stroke());
  }

  /** A line with its marker. */
  LegendItem marked(String text, Mark mark) {
    Shape line = new Line2D.Double(-13, 0, 13, 0);
    Color colour = look.of(mark.tone());
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

  LegendItem shape(String text, Shape shape, Tone tone) {
    return new LegendItem(text, null, null, null, shape, look.of(tone));
  }

  private LegendItem line(String text, Shape line, Tone tone, BasicStroke stroke) {
    return new LegendItem(text, null, null, null, line, stroke, look.of(tone));
  }

  private static Shape bar() {
    Path2D bar = new Path2D.Double();
    bar.append(new Line2D.Double(-3, -6, 3, -6), false);
    bar.append(new Line2D.Double(0, -6, 0, 6), false);
    bar.append(new Line2D.Double(-3, 6, 3, 6), false);
    return bar;
  }
}
