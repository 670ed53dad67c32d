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

/** What all charts of a theme have in common: thin grid, title above, evidence below. */
record Look(Theme theme) {
  static {
    // Otherwise the label of the vertical axis becomes outlines, which no SVG reader can search.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  Color of(Tone tone) {
    return tone.in(theme);
  }

  /** Paper that lets a little of what is under a label shine through. */
  Color halo() {
    Color paper = of(Tone.PAPER);
    return new Color(paper.getRed(), paper.getGreen(), paper.getBlue(), 210);
  }

  XYPlot plot(NumberAxis x, NumberAxis y) {
    XYPlot plot = new XYPlot(null, x, y, null);
    plot.setBackgroundPaint(of(Tone.PAPER));
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(of(Tone.GRID));
    plot.setRangeGridlinePaint(of(Tone.GRID));
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

  NumberAxis axis(String label, Range range) {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    axis.setRange(range);
    axis.setTickUnit(Ticks.unit(range));
    ink(axis);
    return axis;
  }

  /** Fonts and colours of an axis. */
  void ink(ValueAxis axis) {
    axis.setLabelFont(Typeface.AXIS);
    axis.setTickLabelFont(Typeface.TICK);
    axis.setLabelPaint(of(Tone.INK));
    axis.setTickLabelPaint(of(Tone.INK));
    axis.setAxisLinePaint(of(Tone.SOFT));
    axis.setAxisLineStroke(Mark.stroke(0.8f));
    axis.setTickMarkPaint(of(Tone.SOFT));
  }

  JFreeChart chart(String title, String caption, XYPlot plot, LegendItemCollection legend) {
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(of(Tone.PAPER));
    chart.setPadding(new RectangleInsets(8, 8, 6, 8));
    chart.setTitle(text(title, Typeface.TITLE, Tone.INK));
    TextTitle below = text(caption, Typeface.CAPTION, Tone.SOFT);
    below.setPosition(RectangleEdge.BOTTOM);
    chart.addSubtitle(below);
    if (legend.getItemCount() > 0) {
      chart.addSubtitle(legend(legend));
    }
    return chart;
  }

  private TextTitle text(String text, Font font, Tone tone) {
    TextTitle title = new TextTitle(text, font);
    title.setPaint(of(tone));
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPadding(new RectangleInsets(2, 4, 2, 4));
    return title;
  }

  private LegendTitle legend(LegendItemCollection items) {
    LegendTitle legend = new LegendTitle(() -> items);
    legend.setItemFont(Typeface.LABEL);
    legend.setItemPaint(of(Tone.INK));
    legend.setLegendItemGraphicPadding(new RectangleInsets(2, 4, 2, 2));
    legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 14));
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setBackgroundPaint(of(Tone.PAPER));
    legend.setFrame(BlockBorder.NONE);
    return legend;
  }
}
