package io.squeezelab.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a report says of a study of two networks; gains of 1.5 and 0.67 points; intervals by pencil.
 */
class NetworksReportTest {
  private static final Study STUDY =
      Made.networks(
          Made.all(
              Made.arm("ResNet, none", 0.60, 0.61, 0.62),
              Made.arm("ResNet, se", 0.61, 0.63, 0.635),
              Made.arm("VGG, none", 0.70, 0.71, 0.72),
              Made.arm("VGG, se", 0.71, 0.72, 0.72)));

  @TempDir Path folder;

  private String written(String file) throws IOException {
    Report.write(STUDY, folder);
    return Files.readString(folder.resolve(file));
  }

  @Test
  void theSummaryHasBothTables() throws IOException {
    String summary = written("summary.md");
    assertTrue(summary.contains("| less none, on average over 2 networks | pairs |"), summary);
    assertTrue(summary.contains("\n| se | 3 | 3 | +1.08 | +0.13 to +2.03 |"), summary);
    assertTrue(summary.contains("| against the same with none | pairs |"), summary);
    assertTrue(summary.contains("\n| VGG, se | 3 | 2.5 | +0.67 | −0.77 to +2.10 |"), summary);
  }

  @Test
  void theTableOfArmsHasEachBesideItsOwnNetwork() throws IOException {
    String summary = written("summary.md");
    assertTrue(summary.contains("| VGG, none | 3 | 71.00 ± 1.00 | baseline |"), summary);
    assertTrue(
        summary.contains("| VGG, se | 3 | **71.67 ± 0.58** | +0.67 [−0.77, +2.10] |"), summary);
    assertTrue(
        summary.contains("- Difference to the same with none in percentage points"), summary);
  }

  @Test
  void theTableForLatexHasTheSame() throws IOException {
    String tex = written("summary.tex");
    assertTrue(tex.contains("Difference to the same with none in percentage points"), tex);
    assertTrue(tex.contains("VGG, none & 3 & 71.00 $\\pm$ 1.00 & baseline &"), tex);
  }

  @Test
  void theChartHasTheSame() throws IOException {
    String page = written("report.html");
    assertTrue(page.contains("less that of the same with none, in percentage points: ResNet, se"));
  }

  @Test
  void thePageHasBothTables() throws IOException {
    String page = written("report.html");
    assertTrue(page.contains("Each attention less none, on average over 2 networks"));
    assertTrue(page.contains("Each arm less the same with none"));
  }

  /** Rules may keep every attention out of the network whose arm is named as baseline. */
  @Test
  void theNamedBaselineIsOneWhateverItsNetworkHas() throws IOException {
    List<Result> first = Made.arm("tiny, none", 0.5, 0.5, 0.5);
    Report.write(Made.networks(Made.all(first, STUDY.results())), folder);
    String summary = Files.readString(folder.resolve("summary.md"));
    assertTrue(summary.contains("| tiny, none | 3 | 50.00 ± 0.00 | baseline |"), summary);
    assertTrue(summary.contains("| VGG, none | 3 | 71.00 ± 1.00 | baseline |"), summary);
  }

  @Test
  void oneNetworkHasNone() throws IOException {
    Report.write(Made.study("a", Made.all(Made.arm("a", 0.9), Made.arm("b", 0.91))), folder);
    String summary = Files.readString(folder.resolve("summary.md"));
    assertTrue(summary.contains("| against the baseline | pairs |"), summary);
    assertFalse(summary.contains("the same with"), summary);
  }

  @Test
  void whatHasNoAverageStandsInTheSummary() throws IOException {
    List<Result> failed = List.of(Made.ended("VGG, se", 0, Ending.FAILED, "out of memory"));
    List<Result> without =
        STUDY.results().stream().filter(r -> !r.arm().equals("VGG, se")).toList();
    Report.write(Made.networks(Made.all(without, failed)), folder);
    String summary = Files.readString(folder.resolve("summary.md"));
    assertTrue(
        summary.contains(
            "\n- Not compared (less none, on average over 2 networks): se: VGG, se has no completed"
                + " trial\n"),
        summary);
  }

  @Test
  void theCsvHasEachArmsOwnBaseline() throws IOException {
    List<String> lines = written("summary.csv").lines().toList();
    List<String> heads = List.of(lines.get(0).split(","));
    int at = heads.indexOf("own_baseline");
    assertTrue(lines.get(4).contains("\"VGG, none\",3,0.00666"), lines.get(4));
    assertTrue(lines.get(3).endsWith(",".repeat(heads.size() - at)), lines.get(3)); // VGG, none
  }
}
