package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Front;
import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Spread;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Axis;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class ThemeTest {
  private static final Figure FIGURE =
      SpreadChart.draw(Spread.of(Made.sweep(List.of("none", "se"), 3)), "t", "c");
  private static final Figure HALO = named(Made.sweep(List.of("none", "se"), 3));

  @Test
  void noTwoTonesAreEqualOnPaper() {
    var print =
        Arrays.stream(Tone.values()).map(t -> t.in(Theme.PRINT)).collect(Collectors.toSet());
    assertEquals(Tone.values().length, print.size());
  }

  /** WCAG 2.2, 1.4.3 and 1.4.11: 4.5 to 1 for text, 3 to 1 for graphics. */
  @Test
  void darkThemeIsLegible() {
    for (Tone text : List.of(Tone.INK, Tone.SOFT)) {
      assertTrue(contrast(text) >= 4.5, text.name());
    }
    Tone.LINES.forEach(line -> assertTrue(contrast(line) >= 3, line.name()));
  }

  @Test
  void svgTurnsEveryColourOfItsReader() {
    String svg = FIGURE.svg();
    assertTrue(svg.contains("@media screen and (prefers-color-scheme:dark)"));
    String body = svg.substring(svg.indexOf("</style>"));
    for (Tone tone : List.of(Tone.PAPER, Tone.INK, Tone.SOFT, Tone.BLUE, Tone.GRID)) {
      Color print = tone.in(Theme.PRINT);
      String rgb = "\"rgb(%d,%d,%d)\"".formatted(print.getRed(), print.getGreen(), print.getBlue());
      assertTrue(body.contains("fill=" + rgb) || body.contains("stroke=" + rgb), tone.name());
      assertTrue(svg.substring(0, svg.indexOf("</style>")).contains(rgb), tone.name());
    }
  }

  /**
   * Also those of a group, which its shapes inherit, and of paper that lets lines shine through.
   */
  @Test
  void aSelectorFindsEveryColour() {
    for (Figure figure : List.of(FIGURE, HALO)) {
      String svg = figure.svg();
      int body = svg.indexOf("</style>");
      Matcher colours = Pattern.compile("(fill|stroke)=\"(?!none)[^\"]*\"").matcher(svg);
      for (colours.region(body, svg.length()); colours.find(); ) {
        String selector = "svg [" + colours.group() + "]{";
        assertTrue(svg.substring(0, body).contains(selector), selector);
      }
      assertFalse(svg.substring(body).contains(" style="), "stronger than a selector");
    }
    assertTrue(HALO.svg().contains("fill-opacity=\"0.82\""), "210 of 255");
  }

  @Test
  void svgOfOneThemeStaysAsItIs() {
    assertFalse(FIGURE.svg(Theme.DARK).contains("prefers-color-scheme"));
    assertTrue(FIGURE.svg(Theme.DARK).contains("rgb(22,24,26)"), "dark paper");
    assertFalse(FIGURE.svg(Theme.PRINT).contains("rgb(22,24,26)"));
  }

  @Test
  void pngHasThePaperOfItsTheme() throws IOException {
    for (Theme theme : Theme.values()) {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(FIGURE.png(theme)));
      assertEquals(Tone.PAPER.in(theme).getRGB(), image.getRGB(2, 2), theme.name());
    }
  }

  @Test
  void pdfIsOnePageOfTheFiguresShapeAndTheSameEachTime() throws IOException {
    byte[] pdf = FIGURE.pdf();
    assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(1, document.getNumberOfPages());
      var box = document.getPage(0).getMediaBox();
      assertEquals(432, box.getWidth(), 1e-3);
      assertEquals(FIGURE.height() * 0.6, box.getHeight(), 1e-3);
      assertEquals(FIGURE.heading(), document.getDocumentInformation().getTitle());
    }
    assertTrue(Arrays.equals(pdf, FIGURE.pdf()));
  }

  /** Its arms have names on translucent paper. */
  private static Figure named(Study of) {
    Tradeoff tradeoff = Tradeoff.of(Summary.of(of), Axis.MACS);
    return TradeoffChart.draw(tradeoff, Front.of(of, Axis.MACS), "t", "c");
  }

  private static double contrast(Tone of) {
    double paper = luminance(Tone.PAPER.in(Theme.DARK));
    return (luminance(of.in(Theme.DARK)) + 0.05) / (paper + 0.05);
  }

  private static double luminance(Color of) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    int[] rgb = {of.getRed(), of.getGreen(), of.getBlue()};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = rgb[i] / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
