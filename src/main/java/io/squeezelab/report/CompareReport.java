package io.squeezelab.report;

import io.squeezelab.analysis.Arm;
import io.squeezelab.analysis.Study;
import io.squeezelab.chart.Figure;
import io.squeezelab.chart.RanksChart;
import io.squeezelab.export.Column;
import io.squeezelab.export.Csv;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Several experiments side by side, as Markdown, and in files: {@code compare.md}, … */
public final class CompareReport {
  private final Across across;

  private CompareReport(Across across) {
    this.across = across;
  }

  /**
   * @param studies two or more, in the order of the columns
   */
  public static CompareReport of(List<Study> studies) {
    return new CompareReport(Across.of(studies));
  }

  public String markdown() {
    StringBuilder text = new StringBuilder("# " + title() + "\n\n" + across.verdict() + "\n");
    across.tables().values().forEach(of -> text.append("\n").append(of.markdown()));
    return text.toString();
  }

  private String title() {
    return across.studies().size() + " experiments side by side";
  }

  /**
   * Writes {@code compare.md}, {@code compare.csv}, {@code compare.html}, and the diagram of ranks
   * where there are any.
   *
   * @throws BadInput where the folder cannot be written to
   */
  public void write(Path folder) {
    Output output = new Output(folder);
    try {
      output.write("compare.md", markdown());
      output.write("compare.csv", csv());
      Optional<Figure> figure =
          across.ranks().map(of -> RanksChart.draw(of, title(), String.join(" · ", of.blocks())));
      output.removeOthers("charts", "ranks.");
      if (figure.isPresent()) {
        output.write(Charts.Drawn.of(figure.get()));
      }
      output.write("compare.html", html(figure));
    } catch (IOException e) {
      throw new BadInput("cannot write into " + folder + ": " + e, e);
    }
  }

  private String csv() {
    record Row(String experiment, Arm arm) {}
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < across.studies().size(); i++) {
      String name = across.names().get(i);
      across.summaries().get(i).arms().forEach(arm -> rows.add(new Row(name, arm)));
    }
    return new Csv<Row>(
            List.of(
                new Column<>("experiment", Row::experiment),
                new Column<>("arm", r -> r.arm.label()),
                new Column<>("is_baseline", r -> r.arm.baseline()),
                new Column<>("seeds_completed", r -> r.arm.top1().n()),
                new Column<>("seeds_planned", r -> r.arm.planned()),
                new Column<>("test_top1_mean_fraction", r -> r.arm.top1().mean()),
                new Column<>("test_top1_sd_fraction", r -> r.arm.top1().sd()),
                new Column<>("difference_mean_fraction", r -> r.arm.difference().mean()),
                new Column<>("difference_ci95_low_fraction", r -> r.arm.difference().low()),
                new Column<>("difference_ci95_high_fraction", r -> r.arm.difference().high()),
                new Column<>(
                    "params_count", r -> r.arm.cost() == null ? null : r.arm.cost().params()),
                new Column<>(
                    "macs_per_image", r -> r.arm.cost() == null ? null : r.arm.cost().macs())))
        .write(rows);
  }

  private String html(Optional<Figure> figure) {
    List<Map<String, Object>> sections = new ArrayList<>();
    figure.ifPresent(
        of ->
            sections.add(section("Ranks", Charts.Drawn.of(of).values().get("figure").toString())));
    across.tables().forEach((heading, of) -> sections.add(section(heading, of.html())));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("name", "compare");
    page.put("asks", false);
    page.put("finished", false);
    page.put("title", title());
    page.put("verdict", Report.unbroken(across.verdict()));
    page.put("sections", sections);
    page.put("style", Report.style());
    page.put("script", Template.text("report.js"));
    return Template.html("report.html").fill(page);
  }

  private static Map<String, Object> section(String heading, String html) {
    return Map.of("id", heading.toLowerCase(Locale.ROOT), "heading", heading, "html", html);
  }
}
