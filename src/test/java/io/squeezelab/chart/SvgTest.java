package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SvgTest {
  private static final Figure FIGURE = figure("a  b");

  /** One text, read from below, on an empty sheet. */
  private static Figure figure(String text) {
    return new Figure(
        "name",
        text,
        "what it shows",
        null,
        100,
        new Captioned("title", "caption")
            .around((pen, plot, area) -> pen.textUp(text, 50, 50, Typeface.AXIS, Tone.INK)));
  }

  @Test
  void isOneElementWithATitleForReadersWhoDoNotSeeIt() {
    String svg = FIGURE.svg(Theme.PRINT);
    assertTrue(svg.startsWith("<svg ") && svg.endsWith("</svg>"), svg);
    Element root = Texts.parsed(FIGURE).getDocumentElement();
    assertEquals("0 0 720 100", root.getAttribute("viewBox"));
    assertEquals("img", root.getAttribute("role"));
    assertEquals("name-title name-desc", root.getAttribute("aria-labelledby"));
    assertTrue(svg.contains("<desc id=\"name-desc\">what it shows</desc>"), svg);
  }

  /** A page has many figures, and a name only once. */
  @Test
  void everyIdBeginsWithTheFiguresName() {
    List<String> ids = matches(" id=\"([^\"]*)\"|url\\(#([^)]*)\\)", FIGURE.svg());
    assertTrue(ids.size() > 4, "title, description, clips and what is clipped: " + ids);
    ids.forEach(id -> assertTrue(id.startsWith("name-"), id));
  }

  @Test
  void numbersHaveTwoDecimalsAtMost() {
    assertEquals(List.of(), matches("(\\d\\.\\d{3,})", FIGURE.svg()));
  }

  @Test
  void textIsSetAsItWasMeasured() {
    Element text = (Element) Texts.parsed(FIGURE).getElementsByTagName("text").item(2);
    assertEquals("a  b", text.getTextContent());
    assertEquals("preserve", text.getAttribute("xml:space"), "both spaces");
    assertEquals("12px", text.getAttribute("font-size"), Typeface.AXIS.toString());
    double start = Double.parseDouble(text.getAttribute("x"));
    assertEquals(50 - Typeface.width("a  b", Typeface.AXIS) / 2, start, 0.01);
    assertTrue(FIGURE.svg().contains("font-family=\"" + Typeface.stack() + "\""));
  }

  /** JFreeChart asks the graphics for widths; those of Batik's are whole pixels. */
  @Test
  void widthsHaveFractions() {
    String text = "Multiply-adds per image";
    double width = Typeface.width(text, Typeface.TICK);
    Graphics2D g = new SvgCanvas(new SvgNotation(Texts.parsed(FIGURE), ""));
    for (Graphics2D of : List.of(g, (Graphics2D) g.create())) {
      FontMetrics metrics = of.getFontMetrics(Typeface.TICK);
      assertEquals(width, metrics.getStringBounds(text, of).getWidth(), 1e-4);
      assertEquals(Math.round(width), metrics.stringWidth(text), "of the sum, not of each letter");
    }
  }

  @Test
  void whatXmlCannotHaveIsReplaced() {
    Figure odd = figure("half \ud83d, bell \u0007, whole \ud83d\ude00");
    assertTrue(Texts.of(odd).contains("half \ufffd, bell \ufffd, whole \ud83d\ude00"));
  }

  private static List<String> matches(String pattern, String in) {
    return Pattern.compile(pattern)
        .matcher(in)
        .results()
        .flatMap(m -> Stream.of(m.group(1), m.groupCount() > 1 ? m.group(2) : null))
        .filter(g -> g != null)
        .toList();
  }
}
