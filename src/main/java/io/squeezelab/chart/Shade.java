package io.squeezelab.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.jfree.data.Range;

/**
 * A scale of colours from light to dark of one hue, so that it reads the same in grey and to the
 * colour-blind; the same in all themes.
 */
record Shade(Range range) {
  private static final int[] LIGHT = {0xE4, 0xEE, 0xF7};
  private static final int[] DARK = {0x0B, 0x3C, 0x6E};

  /** The darker, the more. */
  Color of(double value) {
    double share = (range.constrain(value) - range.getLowerBound()) / range.getLength();
    int[] rgb = new int[3];
    for (int i = 0; i < 3; i++) {
      rgb[i] = (int) Math.round(LIGHT[i] + share * (DARK[i] - LIGHT[i]));
    }
    return new Color(rgb[0], rgb[1], rgb[2]);
  }

  /** Of text on it. */
  Tone on(double value) {
    double share = (range.constrain(value) - range.getLowerBound()) / range.getLength();
    return share > 0.5 ? Tone.ON_DARK : Tone.ON_LIGHT;
  }

  /** The scale itself, with the numbers at its ends. */
  void key(Pen pen, double x, double top, double bottom, String low, String high) {
    int steps = 40;
    double height = (bottom - top) / steps;
    for (int i = 0; i < steps; i++) {
      double value = range.getLowerBound() + (i + 0.5) / steps * range.getLength();
      double y = bottom - (i + 1) * height;
      pen.fill(new Rectangle2D.Double(x, y, 14, height + 0.5), of(value));
    }
    pen.text(high, x + 19, top + 5, Typeface.CAPTION, Tone.INK);
    pen.text(low, x + 19, bottom - 5, Typeface.CAPTION, Tone.INK);
  }
}
