package io.squeezelab.report;

import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.results.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
   * @param png of the same, drawn when it is asked for
   */
  public record Picture(
      String name, String heading, String description, String svg, Supplier<byte[]> png) {}

  public static Pictures of(Study study) {
    Charts charts = Charts.of(study, Summary.of(study));
    return new Pictures(charts.drawn().stream().map(Pictures::picture).toList(), charts.missing());
  }

  /** Those of a report that is written in a folder: of the gates, too, that were recorded there. */
  public static Pictures of(Study study, Folder folder) {
    Pictures pictures = of(study);
    List<Picture> all = new ArrayList<>(pictures.all);
    Roles.of(study, folder).shown().stream()
        .flatMap(shown -> shown.charts().stream())
        .map(Pictures::picture)
        .forEach(all::add);
    return new Pictures(List.copyOf(all), pictures.missing);
  }

  private static Picture picture(Charts.Drawn of) {
    return new Picture(of.name(), of.heading(), of.description(), of.svg(), of.png());
  }
}
