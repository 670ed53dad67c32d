package io.squeezelab.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of a study of two networks; gains of 1.5 and 0.5 points. */
class NetworksReportTest {
  private static final Study STUDY =
      Made.networks(
          Made.all(
              Made.arm("ResNet, none", 0.60, 0.61, 0.62),
              Made.arm("ResNet, se", 0.61, 0.63, 0.635),
              Made.arm("VGG, none", 0.70, 0.71, 0.72),
              Made.arm("VGG, se", 0.71, 0.71, 0.725)));

  @TempDir Path folder;

  private String written(String file) throws IOException {
    Report.write(STUDY, folder);
    return Files.readString(folder.resolve(file));
  }

  @Test
  void theSummaryHasBothTables() throws IOException {
    String summary = written("summary.md");
    assertTrue(summary.contains("| less none, on average over 2 networks | pairs |"), summary);
    assertTrue(summary.contains("\n| se | 3 | 3 | +1.00 |"), summary);
    assertTrue(summary.contains("| against its own baseline (none) | pairs |"), summary);
    assertTrue(summary.contains("\n| VGG, se | 3 | 2.5 | +0.50 |"), summary);
  }

  @Test
  void thePageHasBothTables() throws IOException {
    String page = written("report.html");
    assertTrue(page.contains("Each attention less none, on average over 2 networks"));
    assertTrue(page.contains("Each arm less its own baseline (none)"));
  }

  @Test
  void oneNetworkHasNone() throws IOException {
    Report.write(Made.study("a", Made.all(Made.arm("a", 0.9), Made.arm("b", 0.91))), folder);
    String summary = Files.readString(folder.resolve("summary.md"));
    assertTrue(summary.contains("| against the baseline | pairs |"), summary);
    assertFalse(summary.contains("own baseline"), summary);
  }
}
