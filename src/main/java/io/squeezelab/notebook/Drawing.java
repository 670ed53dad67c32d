package io.squeezelab.notebook;

import io.squeezelab.chart.Figure;

/**
 * A chart.
 *
 * @param name of its file in a report, without the ending
 * @param heading what it shows, in a few words
 * @param description what it shows, with its numbers
 * @param svg one {@code <svg>} element
 */
public record Drawing(String name, String heading, String description, String svg) implements View {

  /** Any chart of {@code io.squeezelab.chart}. */
  public static Drawing of(Figure figure) {
    return new Drawing(figure.name(), figure.heading(), figure.description(), figure.svg());
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

  @Override
  public String toString() {
    return text();
  }
}
