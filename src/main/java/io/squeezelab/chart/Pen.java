package io.squeezelab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;

/** Draws in the colours of one theme. */
record Pen(Graphics2D g, Look look) {

  void line(double x1, double y1, double x2, double y2, Tone tone, BasicStroke stroke) {
    draw(new Line2D.Double(x1, y1, x2, y2), tone, stroke);
  }

  void draw(Shape shape, Tone tone, BasicStroke stroke) {
    g.setPaint(look.of(tone));
    g.setStroke(stroke);
    g.draw(shape);
  }

  void fill(Shape shape, Tone tone) {
    fill(shape, look.of(tone));
  }

  void fill(Shape shape, Color colour) {
    g.setPaint(colour);
    g.fill(shape);
  }

  /** Text that begins at {@code x}, its middle at {@code y}. */
  void text(String text, double x, double y, Font font, Tone tone) {
    g.setPaint(look.of(tone));
    g.setFont(font);
    g.drawString(text, (float) x, (float) (y + 0.36 * font.getSize2D()));
  }

  /** Text that ends at {@code x}. */
  void textBefore(String text, double x, double y, Font font, Tone tone) {
    text(text, x - Typeface.width(text, font), y, font, tone);
  }

  /** Text with its middle at {@code x}. */
  void textAround(String text, double x, double y, Font font, Tone tone) {
    text(text, x - Typeface.width(text, font) / 2, y, font, tone);
  }

  /** Text read from below, with its middle at ({@code x}, {@code y}). */
  void textUp(String text, double x, double y, Font font, Tone tone) {
    AffineTransform before = g.getTransform();
    g.rotate(-Math.PI / 2, x, y);
    textAround(text, x, y, font, tone);
    g.setTransform(before);
  }
}
