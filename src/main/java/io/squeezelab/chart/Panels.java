package io.squeezelab.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/**
 * Plots in a grid, row by row, each with its name above it, and all frames in line.
 *
 * @param below label of all horizontal axes together
 */
record Panels(List<Panel> panels, int columns, String below) implements Figure.Overlay {
  private static final double NAME = 15;
  private static final double GAP = 8;
  private static final double LABEL = 18;

  /**
   * A plot, and what stands above it.
   *
   * @param over what is drawn over it, such as a key in the room that the plot leaves beside itself
   */
  record Panel(String name, XYPlot plot, Figure.Overlay over) {
    Panel(String name, XYPlot plot) {
      this(name, plot, (pen, within, area) -> {});
    }
  }

  /** The empty paper of a chart that consists of panels. */
  static XYPlot paper(Look look) {
    XYPlot paper = look.plot(look.axis(null, new Range(0, 1)), look.axis(null, new Range(0, 1)));
    paper.getDomainAxis().setVisible(false);
    paper.getRangeAxis().setVisible(false);
    paper.setDomainGridlinesVisible(false);
    paper.setRangeGridlinesVisible(false);
    paper.setInsets(new RectangleInsets(2, 2, 2, 2));
    return paper;
  }

  /**
   * The frame of a small plot, with room for its numbers.
   *
   * @param left room for the numbers and the label of the vertical axis
   * @param under room for the numbers of the horizontal axis
   */
  static XYPlot frame(Look look, NumberAxis x, NumberAxis y, double left, double under) {
    XYPlot plot = look.plot(x, y);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    for (ValueAxis axis : new ValueAxis[] {x, y}) {
      axis.setTickLabelFont(Typeface.CAPTION);
      axis.setLabelFont(Typeface.CAPTION);
      axis.setLabelInsets(new RectangleInsets(1, 1, 1, 1));
      axis.setTickLabelInsets(new RectangleInsets(1, 2, 1, 2));
    }
    plot.setFixedRangeAxisSpace(space(left, 0));
    plot.setFixedDomainAxisSpace(space(0, under));
    return plot;
  }

  private static AxisSpace space(double left, double under) {
    AxisSpace space = new AxisSpace();
    space.setLeft(left);
    space.setBottom(under);
    return space;
  }

  @Override
  public void draw(Pen pen, XYPlot paper, Rectangle2D area) {
    pen.textAround(below, area.getCenterX(), area.getMaxY() - 8, Typeface.AXIS, Tone.INK);
    int rows = (panels.size() + columns - 1) / columns;
    double width = area.getWidth() / columns;
    double height = (area.getHeight() - LABEL) / rows;
    for (int i = 0; i < panels.size(); i++) {
      double x = area.getX() + i % columns * width;
      double y = area.getY() + i / columns * height;
      draw(pen, panels.get(i), new Rectangle2D.Double(x, y, width - GAP, height - GAP));
    }
  }

  private static void draw(Pen pen, Panel panel, Rectangle2D place) {
    double left = panel.plot.getFixedRangeAxisSpace().getLeft();
    String name = Typeface.fitting(panel.name, Typeface.CAPTION, place.getWidth() - left);
    pen.text(name, place.getX() + left, place.getY() + NAME - 8, Typeface.CAPTION, Tone.INK);
    Rectangle2D plot = new Rectangle2D.Double();
    plot.setRect(place.getX(), place.getY() + NAME, place.getWidth(), place.getHeight() - NAME);
    PlotRenderingInfo info = new PlotRenderingInfo(new ChartRenderingInfo(null));
    panel.plot.draw(pen.g(), plot, null, null, info);
    panel.over.draw(pen, panel.plot, info.getDataArea());
  }
}
