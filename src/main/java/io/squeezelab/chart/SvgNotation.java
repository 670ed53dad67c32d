package io.squeezelab.chart;

import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.batik.svggen.DefaultErrorHandler;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** How numbers, names and colours are written in an SVG. */
final class SvgNotation extends SVGGeneratorContext {
  /** What Batik would write besides, such as hints for the rendering of colours. */
  private static final Set<String> UNSAID =
      Set.of(
          "color-interpolation",
          "color-rendering",
          "font-family", // the same for all texts: it stands at the root
          "image-rendering",
          "text-rendering");

  /** Batik names these two, but only where they are opaque. */
  private static final Map<String, String> NAMED =
      Map.of("white", colour(Color.WHITE), "black", colour(Color.BLACK));

  SvgNotation(Document document, String prefix) {
    super(document);
    setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String of) {
            return prefix + "-" + super.generateID(of);
          }
        });
    setExtensionHandler(new DefaultExtensionHandler());
    setImageHandler(new ImageHandlerBase64Encoder());
    setErrorHandler(new DefaultErrorHandler());
    setStyleHandler(SvgNotation::style);
    // Hundredths of a unit, which no print shows. Formats are for one thread at a time, and Batik
    // has one for all.
    decimalFormat = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  /** Value of a {@code fill} or {@code stroke}. */
  static String colour(Color of) {
    return "rgb(%d,%d,%d)".formatted(of.getRed(), of.getGreen(), of.getBlue());
  }

  /** The text, with a sign in place of what XML cannot have, such as half an emoji. */
  static String text(String of) {
    int[] signs = of.codePoints().map(sign -> inXml(sign) ? sign : 0xFFFD).toArray();
    return new String(signs, 0, signs.length);
  }

  private static boolean inXml(int sign) {
    return sign >= 0x20
        ? sign < Character.MIN_SURROGATE || sign > Character.MAX_SURROGATE && sign >> 1 != 0x7FFF
        : sign == '\t' || sign == '\n' || sign == '\r';
  }

  private static void style(Element element, Map<?, ?> styles, SVGGeneratorContext context) {
    Map<Object, Object> said = new HashMap<>(styles);
    said.keySet().removeAll(UNSAID);
    said.replaceAll((name, value) -> NAMED.getOrDefault(value, (String) value));
    new DefaultStyleHandler().setStyle(element, said, context);
  }
}
