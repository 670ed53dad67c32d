package io.squeezelab.chart;

import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/** What all charts have in common: white paper, thin grid, title above, evidence below. */
final class Look {
  static final Color INK = new Color(0x1A1A1A);
  static final Color SOFT = new Color(0x4D4D4D);
  static final Color LEADER = new Color(0x8C8C8C);
  private static final Color GRID = new Color(0xE3E3E3);

  static {
    // Otherwise the label of the vertical axis becomes outlines, which no SVG reader can search.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private Look() {}

  static XYPlot plot(NumberAxis x, NumberAxis y) {
    XYPlot plot = new XYPlot(null, x, y, null);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlineStroke(Mark.stroke(0.8f));
    plot.setRangeGridlineStroke(Mark.stroke(0.8f));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setInsets(beside(0));
    return plot;
  }

  /** Room around a plot, with so much more on its right. */
  static RectangleInsets beside(double right) {
    return new RectangleInsets(6, 4, 2, 12 + right);
  }

  static NumberAxis axis(String label, Range range) {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    axis.setRange(range);
    axis.setTickUnit(Ticks.unit(range));
    ink(axis);
    return axis;
  }

  /** Fonts and colours of an axis. */
  static void ink(ValueAxis axis) {
    axis.setLabelFont(Typeface.AXIS);
    axis.setTickLabelFont(Typeface.TICK);
    axis.setLabelPaint(INK);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(SOFT);
    axis.setAxisLineStroke(Mark.stroke(0.8f));
    axis.setTickMarkPaint(SOFT);
  }

  static JFreeChart chart(String title, String caption, XYPlot plot, LegendItemCollection legend) {
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(8, 8, 6, 8));
    chart.setTitle(text(title, Typeface.TITLE, INK));
    TextTitle below = text(caption, Typeface.CAPTION, SOFT);
    below.setPosition(RectangleEdge.BOTTOM);
    chart.addSubtitle(below);
    if (legend.getItemCount() > 0) {
      chart.addSubtitle(legend(legend));
    }
    return chart;
  }

  private static TextTitle text(String text, Font font, Color colour) {
    TextTitle title = new TextTitle(text, font);
    title.setPaint(colour);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPadding(new RectangleInsets(2, 4, 2, 4));
    return title;
  }

  private static LegendTitle legend(LegendItemCollection items) {
    LegendTitle legend = new LegendTitle(() -> items);
    legend.setItemFont(Typeface.LABEL);
    legend.setItemPaint(INK);
    legend.setLegendItemGraphicPadding(new RectangleInsets(2, 4, 2, 2));
    legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 14));
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setBackgroundPaint(Color.WHITE);
    legend.setFrame(BlockBorder.NONE);
    return legend;
  }
}
