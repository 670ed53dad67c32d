package io.squeezelab.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;

/**
 * The last epochs once more, larger, in the corner that learning curves leave free. It stays away
 * where it would cover a curve, and where the histories are short.
 *
 * @param zoom axes of the part to enlarge
 * @param below whether the free corner is below the curves
 */
record Inset(XYPlot zoom, boolean below) implements Figure.Overlay {
  private static final double WIDTH = 0.56;
  private static final double HEIGHT = 0.5;
  private static final double EPOCHS = 4;

  /** Sets the axes of {@code zoom} smaller. */
  static Inset of(XYPlot zoom, boolean below) {
    zoom.setInsets(new RectangleInsets(6, 2, 2, 8));
    zoom.getDomainAxis().setLabel("Epoch (the last third)");
    zoom.getRangeAxis().setLabel(null);
    for (ValueAxis axis : new ValueAxis[] {zoom.getDomainAxis(), zoom.getRangeAxis()}) {
      axis.setTickLabelFont(Typeface.CAPTION);
      axis.setLabelFont(Typeface.CAPTION);
    }
    return new Inset(zoom, below);
  }

  @Override
  public void draw(Pen pen, XYPlot plot, Rectangle2D area) {
    Rectangle2D place = place(area);
    if (zoom.getDomainAxis().getRange().getLength() < EPOCHS || covers(place, plot, area)) {
      return;
    }
    pen.fill(place, Tone.PAPER);
    zoom.draw(pen.g(), place, null, null, null);
    pen.draw(region(plot, area), Tone.LEADER, Mark.stroke(0.8f));
  }

  private Rectangle2D place(Rectangle2D area) {
    double width = WIDTH * area.getWidth();
    double height = HEIGHT * area.getHeight();
    double y = below ? area.getMaxY() - height - 6 : area.getMinY() + 2;
    return new Rectangle2D.Double(area.getMaxX() - width, y, width, height);
  }

  /** What the inset enlarges. */
  private Rectangle2D region(XYPlot plot, Rectangle2D area) {
    ValueAxis x = zoom.getDomainAxis();
    ValueAxis y = zoom.getRangeAxis();
    Point2D corner = at(x.getLowerBound(), y.getUpperBound(), plot, area);
    Point2D other = at(x.getUpperBound(), y.getLowerBound(), plot, area);
    Rectangle2D region = new Rectangle2D.Double();
    region.setFrameFromDiagonal(corner, other);
    return region.createIntersection(area);
  }

  private boolean covers(Rectangle2D place, XYPlot plot, Rectangle2D area) {
    XYDataset data = plot.getDataset();
    for (int line = 0; line < data.getSeriesCount(); line++) {
      for (int i = 0; i < data.getItemCount(line); i++) {
        if (place.contains(at(data.getXValue(line, i), data.getYValue(line, i), plot, area))) {
          return true;
        }
      }
    }
    return region(plot, area).intersects(place);
  }

  private static Point2D at(double x, double y, XYPlot plot, Rectangle2D area) {
    return new Point2D.Double(
        plot.getDomainAxis().valueToJava2D(x, area, plot.getDomainAxisEdge()),
        plot.getRangeAxis().valueToJava2D(y, area, plot.getRangeAxisEdge()));
  }
}
