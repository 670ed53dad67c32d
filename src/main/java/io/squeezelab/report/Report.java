package io.squeezelab.report;

import io.squeezelab.analysis.Ruling;
import io.squeezelab.analysis.Rulings;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.export.Trials;
import io.squeezelab.results.Folder;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is generated from results: {@code summary.csv}, {@code trials.csv}, {@code
 * summary.md}, {@code summary.tex}, {@code claims.csv} where the experiment has claims, {@code
 * charts/*.svg}, {@code *.png} and {@code *.pdf}, {@code gates.csv} where gates were recorded, and
 * {@code report.html}, which holds all of it in one file and asks nothing of the network. Works at
 * any time of a sweep, also before its first result. The same results give the same files.
 */
public final class Report {
  private Report() {}

  /**
   * Writes a report without the text of the experiment file.
   *
   * @param folder where the results lie: links to logs start there
   * @return the files written
   */
  public static List<Path> write(Study study, Path folder) {
    return write(study, "", folder);
  }

  /**
   * Writes the report.
   *
   * @param experiment the experiment file as it was resolved, to be shown at the end
   * @throws BadInput where the folder cannot be written to
   */
  public static List<Path> write(Study study, String experiment, Path folder) {
    Output output = new Output(folder);
    Summary summary = Summary.of(study);
    try {
      Charts charts = Charts.of(study, summary);
      Folder results = new Folder(folder);
      Roles roles = Roles.of(study, results);
      Map<String, Object> page =
          new Page(study, summary, results).values(charts, roles, experiment);
      output.write("summary.csv", SummaryCsv.write(summary));
      output.write("trials.csv", Trials.of(study).csv());
      claims(study, output);
      output.write("summary.md", Template.resource("summary.md", Report::markdown).fill(page));
      output.write("summary.tex", tex(page));
      charts(charts, output);
      roles.write(output);
      output.write("report.html", html(page));
    } catch (IOException e) {
      throw new BadInput("cannot write the report into " + folder + ": " + e, e);
    }
    return output.written();
  }

  private static void claims(Study study, Output output) throws IOException {
    List<Ruling> rulings = Rulings.of(study);
    if (rulings.isEmpty()) {
      output.remove("claims.csv");
    } else {
      output.write("claims.csv", ClaimsCsv.write(rulings, study));
    }
  }

  /** How a report looks, for pages that are to look alike: CSS. */
  public static String style() {
    return Template.text("report.css");
  }

  private static void charts(Charts charts, Output output) throws IOException {
    List<String> stale = new ArrayList<>(Charts.NAMES);
    for (Charts.Drawn chart : charts.drawn()) {
      output.write(chart);
      stale.remove(chart.name());
    }
    for (String name : stale) {
      output.remove("charts/" + name + ".svg");
      output.remove("charts/" + name + ".png");
      output.remove("charts/" + name + ".pdf");
    }
  }

  static String tex(Map<String, Object> page) {
    return Template.resource("summary.tex", Tex::text).fill(page);
  }

  private static String html(Map<String, Object> page) {
    Map<String, Object> whole = new LinkedHashMap<>(page);
    whole.put("verdict", unbroken(page.get("verdict").toString()));
    whole.put("style", style());
    whole.put("script", Template.text("report.js"));
    whole.put("sections", Section.filled(page));
    return Template.html("report.html").fill(whole);
  }

  /** Text that no line ends in between a number and its per cent sign. */
  static String unbroken(String text) {
    return text.replaceAll("(?<=\\d) %", "\u00A0%");
  }

  /** Text in which no character is a sign of Markdown, or ends a table's cell. */
  static String markdown(String text) {
    return text.replaceAll("[\\\\`*_>|#~]|<(?! )|](?=[(\\[:])", "\\\\$0").replaceAll("\\s+", " ");
  }
}
