package io.squeezelab.chart;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sans serif that charts are set in. Text stays text in an SVG, and is set there in the
 * viewer's font; the names after the first have the same widths, so that nothing shifts.
 */
final class Typeface {
  private static final List<List<String>> FAMILIES =
      List.of(
          List.of("Arial", "Liberation Sans", "Helvetica"),
          List.of("Liberation Sans", "Arial", "Helvetica"),
          List.of("Helvetica", "Arial", "Liberation Sans"),
          List.of("DejaVu Sans", "Verdana", "Bitstream Vera Sans"));

  private static final List<String> CHOSEN = chosen();
  private static final FontRenderContext SCREEN =
      new FontRenderContext(new AffineTransform(), true, true);

  static final Font TITLE = font(Font.BOLD, 14);
  static final Font AXIS = font(Font.PLAIN, 12);
  static final Font TICK = font(Font.PLAIN, 11);
  static final Font LABEL = font(Font.PLAIN, 11);
  static final Font CAPTION = font(Font.PLAIN, 10);

  private Typeface() {}

  /**
   * Value of an SVG's {@code font-family}; without quotes, which end the attribute it stands in.
   */
  static String stack() {
    return CHOSEN.stream().map(f -> f + ", ").collect(Collectors.joining()) + "sans-serif";
  }

  static double width(String text, Font font) {
    return font.getStringBounds(text, SCREEN).getWidth();
  }

  /** Height of a line, the same for every text. */
  static double height(Font font) {
    Rectangle2D bounds = font.getMaxCharBounds(SCREEN);
    return Math.min(bounds.getHeight(), font.getSize2D() * 1.3);
  }

  /** The text, or as much of its beginning and end as fits the width. */
  static String fitting(String text, Font font, double width) {
    String fitting = text;
    for (int cut = 1; width(fitting, font) > width && cut < text.length(); cut++) {
      int head = (text.length() - cut + 1) / 2;
      fitting = text.substring(0, head) + "…" + text.substring(head + cut);
    }
    return fitting;
  }

  private static Font font(int style, float size) {
    return new Font(CHOSEN.isEmpty() ? Font.SANS_SERIF : CHOSEN.get(0), style, 1).deriveFont(size);
  }

  private static List<String> chosen() {
    Set<String> known =
        Arrays.stream(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
            .collect(Collectors.toSet());
    return FAMILIES.stream().filter(f -> known.contains(f.get(0))).findFirst().orElse(List.of());
  }
}
