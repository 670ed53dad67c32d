package io.squeezelab.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.commons.text.StringEscapeUtils;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** A finished drawing, as SVG for print and pages and as PNG for everything else. */
public final class Figure {
  static final int WIDTH = 720;
  static final int HEIGHT = 480;

  private final String name;
  private final String heading;
  private final String description;
  private final JFreeChart chart;
  private final Overlay overlay;

  /** What is drawn over a plot once its place on the page is known. */
  interface Overlay {
    void draw(Graphics2D g, XYPlot plot, Rectangle2D area);
  }

  Figure(String name, String heading, String description, JFreeChart chart, Overlay overlay) {
    this.name = name;
    this.heading = heading;
    this.description = description;
    this.chart = chart;
    this.overlay = overlay;
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

  /**
   * One {@code <svg>} element, with a title and a description; text is text. The same drawing
   * always gives the same characters.
   */
  public String svg() {
    SVGGraphics2D g = new SVGGraphics2D(WIDTH, HEIGHT);
    g.setDefsKeyPrefix(name + "-");
    g.setFontFunction(family -> Typeface.stack());
    g.setGeomDoubleConverter(Figure::hundredths);
    g.setTransformDoubleConverter(Figure::hundredths);
    draw(g);
    String svg = g.getSVGElement(null, true, new ViewBox(0, 0, WIDTH, HEIGHT), null, null);
    String says =
        String.join(
                "",
                " role=\"img\" aria-labelledby=\"%1$s-title %1$s-desc\">",
                "<title id=\"%1$s-title\">%2$s</title>",
                "<desc id=\"%1$s-desc\">%3$s</desc>")
            .formatted(name, escaped(heading), escaped(description));
    int end = svg.indexOf('>');
    return svg.substring(0, end) + says + svg.substring(end + 1);
  }

  /** Pixels, {@code scale} to each unit of the SVG. */
  public BufferedImage image(double scale) {
    int width = (int) Math.round(scale * WIDTH);
    int height = (int) Math.round(scale * HEIGHT);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(scale, scale);
    draw(g);
    g.dispose();
    return image;
  }

  /** A PNG file's bytes, at two pixels to each unit of the SVG. */
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(2), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void draw(Graphics2D g) {
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    chart.draw(g, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), info);
    overlay.draw(g, chart.getXYPlot(), info.getPlotInfo().getDataArea());
  }

  /** Coordinates to a hundredth of a unit, which no print shows. */
  private static String hundredths(double value) {
    return Double.toString(Math.rint(value * 100) / 100 + 0.0).replaceFirst("\\.0$", "");
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeXml11(text);
  }
}
