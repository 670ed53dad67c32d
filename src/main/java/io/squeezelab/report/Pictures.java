package io.squeezelab.report;

import io.squeezelab.analysis.Study;
import java.util.List;

/**
 * The charts of a report, for a page that shows them while a sweep runs.
 *
 * @param missing why there are none, or fewer; empty where there is nothing to say
 */
public record Pictures(List<Picture> all, String missing) {
  public static final Pictures NONE = new Pictures(List.of(), "");

  /**
   * @param name of its file, without the ending
   * @param description what it shows, in words
   */
  public record Picture(String name, String heading, String description, String svg) {}

  public static Pictures of(Study study) {
    Charts charts = Charts.of(study);
    return new Pictures(
        charts.drawn().stream()
            .map(c -> new Picture(c.name(), c.heading(), c.description(), c.svg()))
            .toList(),
        charts.missing());
  }
}
