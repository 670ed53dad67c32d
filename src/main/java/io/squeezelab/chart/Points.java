package io.squeezelab.chart;

import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Point;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;

/** The markers of a trade-off and their names, over the bars and the front. */
record Points(Tradeoff tradeoff, Unit unit, Names names) implements Figure.Overlay {
  private static final double MARKER = 7;

  @Override
  public void draw(Pen pen, XYPlot plot, Rectangle2D area) {
    List<Placement.Placed> placed =
        new Placement(area, obstacles(plot, area))
            .place(names.named().stream().map(p -> label(p, plot, area)).toList());
    placed.stream().filter(Placement.Placed::far).forEach(p -> leader(pen, p));
    tradeoff.points().stream()
        .filter(p -> !names.named().contains(p))
        .forEach(p -> mark(pen, p, plot, area));
    names.named().forEach(p -> mark(pen, p, plot, area));
    for (int i = 0; i < placed.size(); i++) {
      write(pen, names.text(names.named().get(i)), placed.get(i).box());
    }
    if (names.key() != null) {
      names.key().draw(pen, plot, area);
    }
  }

  private List<Rectangle2D> obstacles(XYPlot plot, Rectangle2D area) {
    List<Rectangle2D> obstacles = new ArrayList<>();
    for (Point p : tradeoff.points()) {
      Point2D at = at(p.top1().mean(), p, plot, area);
      obstacles.add(around(at, at, MARKER));
      if (p.top1().bounded()) {
        obstacles.add(
            around(at(p.top1().high(), p, plot, area), at(p.top1().low(), p, plot, area), 2));
      }
    }
    List<Point> front = tradeoff.front();
    if (tradeoff.points().size() > 1) {
      Point last = front.get(front.size() - 1);
      Point2D from = at(last.top1().mean(), last, plot, area);
      obstacles.add(around(from, new Point2D.Double(area.getMaxX(), from.getY()), 1));
    }
    for (int i = 1; i < front.size(); i++) {
      Point2D before = at(front.get(i - 1).top1().mean(), front.get(i - 1), plot, area);
      Point2D here = at(front.get(i).top1().mean(), front.get(i), plot, area);
      Point2D corner = new Point2D.Double(here.getX(), before.getY());
      obstacles.add(around(before, corner, 1));
      obstacles.add(around(here, corner, 1));
    }
    return obstacles;
  }

  private Placement.Label label(Point p, XYPlot plot, Rectangle2D area) {
    Point2D at = at(p.top1().mean(), p, plot, area);
    double width = Typeface.width(names.text(p), Typeface.LABEL) + 4;
    return new Placement.Label(at.getX(), at.getY(), width, Typeface.height(Typeface.LABEL));
  }

  private void mark(Pen pen, Point p, XYPlot plot, Rectangle2D area) {
    Point2D at = at(p.top1().mean(), p, plot, area);
    names.mark(p).draw(pen, at.getX(), at.getY());
  }

  private static void leader(Pen pen, Placement.Placed placed) {
    pen.draw(placed.leader(), Tone.LEADER, Mark.stroke(0.8f));
  }

  private static void write(Pen pen, String text, Rectangle2D box) {
    pen.fill(box, pen.look().halo());
    pen.text(text, box.getX() + 2, box.getCenterY(), Typeface.LABEL, Tone.INK);
  }

  private Point2D at(double top1, Point p, XYPlot plot, Rectangle2D area) {
    return new Point2D.Double(
        plot.getDomainAxis().valueToJava2D(unit.of(p), area, plot.getDomainAxisEdge()),
        plot.getRangeAxis().valueToJava2D(100 * top1, area, plot.getRangeAxisEdge()));
  }

  private static Rectangle2D around(Point2D a, Point2D b, double room) {
    Rectangle2D box = new Rectangle2D.Double(a.getX() - room, a.getY() - room, 2 * room, 2 * room);
    box.add(new Rectangle2D.Double(b.getX() - room, b.getY() - room, 2 * room, 2 * room));
    return box;
  }
}
