package io.squeezelab.notebook;

import io.squeezelab.chart.Figure;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A chart.
 *
 * @param name of its file in a report, without the ending
 * @param heading what it shows, in a few words
 * @param description what it shows, with its numbers
 * @param svg one {@code <svg>} element
 * @param png of the same, drawn when it is asked for
 */
public record Drawing(
    String name, String heading, String description, String svg, Supplier<byte[]> png)
    implements View {

  /** Any chart of {@code io.squeezelab.chart}. */
  public static Drawing of(Figure figure) {
    return new Drawing(
        figure.name(), figure.heading(), figure.description(), figure.svg(), figure::png);
  }

  @Override
  public String content() {
    return svg;
  }

  @Override
  public String type() {
    return "image/svg+xml";
  }

  @Override
  public String text() {
    return heading + ". " + description;
  }

  /** Also in pixels: Jupyter shows no SVG of a notebook that its reader has not run. */
  @Override
  public Map<String, String> others() {
    return Map.of("text/plain", text(), "image/png", Base64.getEncoder().encodeToString(png.get()));
  }

  @Override
  public String toString() {
    return text();
  }
}
