package io.squeezelab.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/** A finished drawing: as SVG for pages, as PDF for print, as PNG for everything else. */
public final class Figure {
  static final int WIDTH = 720;
  static final int HEIGHT = 480;

  private final String name;
  private final String heading;
  private final String description;
  private final Table numbers;
  private final int height;
  private final Drawing drawing;

  /** What is drawn over a plot once its place on the page is known. */
  interface Overlay {
    void draw(Pen pen, XYPlot plot, Rectangle2D area);
  }

  /** A chart, and what goes over it. */
  record Layers(JFreeChart chart, Overlay overlay) {}

  /** The same numbers in the colours of a theme. */
  interface Drawing {
    Layers in(Look look);
  }

  Figure(
      String name, String heading, String description, Table numbers, int height, Drawing drawing) {
    this.name = name;
    this.heading = heading;
    this.description = description;
    this.numbers = numbers;
    this.height = height;
    this.drawing = drawing;
  }

  Figure(String name, String heading, String description, Table numbers, Drawing drawing) {
    this(name, heading, description, numbers, HEIGHT, drawing);
  }

  /** Name of its files, without the ending. */
  public String name() {
    return name;
  }

  /** What it shows, in a few words. */
  public String heading() {
    return heading;
  }

  /** What it shows, with its numbers, for those who cannot see it. */
  public String description() {
    return description;
  }

  /** The table behind it. */
  public Table numbers() {
    return numbers;
  }

  int height() {
    return height;
  }

  /**
   * One {@code <svg>} element, with a title and a description; text is text. It is white paper that
   * turns dark on the screen of a reader who asks for dark pages. The same drawing always gives the
   * same characters.
   */
  public String svg() {
    return new Svg(this).following();
  }

  /** The same in one theme, whatever its reader asks for. */
  public String svg(Theme theme) {
    return new Svg(this).in(theme);
  }

  /** A PNG file's bytes, at two pixels to each unit of the SVG. */
  public byte[] png() {
    return png(Theme.PRINT);
  }

  public byte[] png(Theme theme) {
    return Png.bytes(this, theme);
  }

  /** A PDF file's bytes: one page of the figure's size, for print. */
  public byte[] pdf() {
    return Pdf.bytes(this);
  }

  /** Pixels, {@code scale} to each unit of the SVG. */
  public BufferedImage image(double scale) {
    return Png.image(this, Theme.PRINT, scale);
  }

  void draw(Graphics2D g, Theme theme) {
    Look look = new Look(theme);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    Layers layers = drawing.in(look);
    layers.chart.draw(g, new Rectangle2D.Double(0, 0, WIDTH, height), info);
    Rectangle2D area = info.getPlotInfo().getDataArea();
    layers.overlay.draw(new Pen(g, look), layers.chart.getXYPlot(), area);
  }
}
