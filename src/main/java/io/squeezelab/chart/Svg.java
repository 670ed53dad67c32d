package io.squeezelab.chart;

import java.awt.Color;
import org.apache.commons.text.StringEscapeUtils;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** A figure as one {@code <svg>} element. */
record Svg(Figure figure) {

  String in(Theme theme) {
    return described(drawn(theme), "");
  }

  /**
   * On paper, with a style that replaces its colours on dark screens: programs that know no style
   * sheets, or no dark screens, show paper.
   */
  String following() {
    String svg = drawn(Theme.PRINT);
    return described(svg, style(svg));
  }

  private String drawn(Theme theme) {
    SVGGraphics2D g = new SVGGraphics2D(Figure.WIDTH, figure.height());
    g.setDefsKeyPrefix(figure.name() + "-");
    g.setFontFunction(family -> Typeface.stack());
    g.setGeomDoubleConverter(Svg::hundredths);
    g.setTransformDoubleConverter(Svg::hundredths);
    figure.draw(g, theme);
    ViewBox box = new ViewBox(0, 0, Figure.WIDTH, figure.height());
    return g.getSVGElement(null, true, box, null, null);
  }

  private String described(String svg, String style) {
    String says =
        String.join(
                "",
                " role=\"img\" aria-labelledby=\"%1$s-title %1$s-desc\">",
                "<title id=\"%1$s-title\">%2$s</title>",
                "<desc id=\"%1$s-desc\">%3$s</desc>",
                "%4$s")
            .formatted(
                figure.name(), escaped(figure.heading()), escaped(figure.description()), style);
    int end = svg.indexOf('>');
    return svg.substring(0, end) + says + svg.substring(end + 1);
  }

  private static String style(String svg) {
    StringBuilder rules = new StringBuilder();
    for (Tone tone : Tone.values()) {
      for (String what : new String[] {"fill", "stroke"}) {
        String print = what + rgb(tone.in(Theme.PRINT));
        if (svg.contains(print) && !tone.in(Theme.PRINT).equals(tone.in(Theme.DARK))) {
          String dark = what + rgb(tone.in(Theme.DARK));
          rules.append("svg [style*=\"%s\"]{%s!important}".formatted(print, dark));
        }
      }
    }
    return "<style>@media screen and (prefers-color-scheme:dark){" + rules + "}</style>";
  }

  private static String rgb(Color of) {
    return ":rgb(%d,%d,%d)".formatted(of.getRed(), of.getGreen(), of.getBlue());
  }

  /** Coordinates to a hundredth of a unit, which no print shows. */
  private static String hundredths(double value) {
    return Double.toString(Math.rint(value * 100) / 100 + 0.0).replaceFirst("\\.0$", "");
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeXml11(text);
  }
}
