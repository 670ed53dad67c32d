package io.squeezelab.chart;

import io.squeezelab.analysis.Coordinates.Line;
import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.XYPlot;

/**
 * The lines of parallel coordinates.
 *
 * @param rising the most accurate last, which is drawn over the others
 */
record Strands(List<Post> posts, List<Line> rising) implements Figure.Overlay {
  private static final double NAMES = 160;
  private static final double INSET = 16;

  @Override
  public void draw(Pen pen, XYPlot paper, Rectangle2D area) {
    double top = area.getY() + 28;
    double bottom = area.getMaxY() - 14;
    double left = area.getX() + 40;
    double right = area.getMaxX() - NAMES - 20;
    double step = (right - left) / Math.max(1, posts.size() - 1);
    for (int i = 0; i < posts.size(); i++) {
      post(pen, posts.get(i), left + i * step, top, bottom, step);
    }
    for (int i = 0; i < rising.size(); i++) {
      Tone tone = Tone.step(rank(i));
      boolean best = i >= rising.size() - ParallelChart.NAMED;
      BasicStroke stroke = Mark.stroke(best ? 2.2f : 1.1f);
      pen.draw(path(rising.get(i), left, step, top, bottom), tone, stroke);
    }
    for (int i = 0; i < posts.size(); i++) {
      labels(pen, posts.get(i), left + i * step, top, bottom, step);
    }
    names(pen, right, top, bottom);
  }

  private double rank(int index) {
    return rising.size() == 1 ? 1 : index / (rising.size() - 1.0);
  }

  private static void post(Pen pen, Post post, double x, double top, double bottom, double step) {
    pen.line(x, top, x, bottom, Tone.LEADER, Mark.stroke(1));
    String name = Typeface.fitting(post.name(), Typeface.LABEL, step - 6);
    pen.textAround(name, x, top - 16, Typeface.LABEL, Tone.INK);
  }

  private static double y(double share, double top, double bottom) {
    return bottom - INSET - share * (bottom - top - 2 * INSET);
  }

  private Path2D path(Line line, double left, double step, double top, double bottom) {
    Path2D path = new Path2D.Double();
    boolean down = false;
    for (int i = 0; i < posts.size(); i++) {
      double share = posts.get(i).of().applyAsDouble(line);
      if (!Double.isFinite(share)) {
        down = false;
        continue;
      }
      double x = left + i * step;
      if (down) {
        path.lineTo(x, y(share, top, bottom));
      } else {
        path.moveTo(x, y(share, top, bottom));
      }
      down = true;
    }
    return path;
  }

  private static void labels(Pen pen, Post post, double x, double top, double bottom, double step) {
    int count = post.labels().size();
    for (int i = 0; i < count; i++) {
      double y = y(count == 1 ? 0.5 : i / (count - 1.0), top, bottom);
      String text = Typeface.fitting(post.labels().get(i), Typeface.CAPTION, step - 10);
      double width = Typeface.width(text, Typeface.CAPTION) + 4;
      pen.fill(new Rectangle2D.Double(x - width / 2, y - 7, width, 14), pen.look().halo());
      pen.textAround(text, x, y, Typeface.CAPTION, Tone.INK);
    }
  }

  private void names(Pen pen, double right, double top, double bottom) {
    int from = Math.max(0, rising.size() - ParallelChart.NAMED);
    List<Line> best = rising.subList(from, rising.size());
    Post last = posts.get(posts.size() - 1);
    double[] wanted =
        best.stream().mapToDouble(l -> y(last.of().applyAsDouble(l), top, bottom)).toArray();
    double[] places = Column.spread(wanted, 15, top, bottom);
    for (int i = 0; i < best.size(); i++) {
      double start = right + 26;
      pen.line(right + 3, wanted[i], start - 4, places[i], Tone.LEADER, Mark.stroke(0.8f));
      String label = Typeface.fitting(best.get(i).label(), Typeface.LABEL, NAMES - 6);
      pen.text(label, start, places[i], Typeface.LABEL, Tone.INK);
    }
  }
}
