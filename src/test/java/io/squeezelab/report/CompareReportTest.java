package io.squeezelab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareReportTest {
  @TempDir Path folder;

  private static Study study(String name, String data, double none, double se, double eca) {
    List<Result> results =
        Made.all(
            Made.arm("none", none, none + 0.01),
            Made.arm("se", se, se + 0.01),
            Made.arm("e|ca", eca, eca + 0.02));
    results.forEach(r -> ((ObjectNode) r.trial()).putObject("data").put("type", data));
    return new Study(name, "", List.of("none", "se", "e|ca"), "none", results);
  }

  @Test
  void armsOfOneLabelAreOneRow() {
    Study one = study("one", "cifar10", 0.90, 0.91, 0.92);
    Study two = study("two", "cifar100", 0.70, 0.74, 0.72);
    String text = CompareReport.of(List.of(one, two)).markdown();
    assertTrue(text.contains("| se | 91.50 ± 0.71 (2 of 2) | 74.50 ± 0.71 (2 of 2) |"), text);
    assertTrue(text.contains("| none | baseline | baseline |"), text);
    assertTrue(text.contains("| e\\|ca | "), text);
    assertTrue(text.contains("| one | two | 3 | +0.33 | 1.000 |"), text); // 2 of 3 pairs agree
    assertTrue(text.contains("No critical difference: that takes three data sets or more"), text);
  }

  /** The paper's errors are those of the file: 22.28 and 21.00. */
  @Test
  void claimsStandWithWhatAPublicationPrints() throws IOException {
    Study expecting = Complete.study(folder);
    String text =
        CompareReport.of(List.of(study("one", "cifar10", 0.9, 0.91, 0.92), expecting)).markdown();
    assertTrue(text.contains("Claims: 1 supported"), text);
    assertTrue(text.contains("| Experiment | Claim | Verdict | Ours | Printed errors (%) |"), text);
    assertTrue(text.contains("| supported | The accuracy of"), text);
    assertTrue(text.contains("bottleneck reduction=4 21.00; none 22.28 |"), text);
    assertTrue(text.contains("| Experiment | Publication | Differences |"), text);
  }

  @Test
  void whereNothingIsClaimedNoTableIsEmpty() {
    String text = CompareReport.of(threeDataSets()).markdown();
    assertFalse(text.contains("Claims") || text.contains("Publication"), text);
  }

  static List<Study> threeDataSets() {
    return List.of(
        study("a", "cifar10", 0.90, 0.91, 0.92),
        study("b", "cifar100", 0.70, 0.71, 0.72),
        study("<c>", "svhn", 0.80, 0.82, 0.84));
  }

  /** Of another comparison that was written here before. */
  @Test
  void noStaleDiagramIsLeft() {
    CompareReport.of(threeDataSets()).write(folder);
    CompareReport.of(threeDataSets().subList(0, 2)).write(folder);
    assertFalse(Files.exists(folder.resolve("charts/ranks.svg")));
  }

  @Test
  void threeDataSetsAreRanked() throws IOException {
    CompareReport.of(threeDataSets()).write(folder);
    String text = Files.readString(folder.resolve("compare.md"));
    assertTrue(text.contains("Over 3 data sets Friedman's test gives p = 0.050"), text); // χ² = 6
    assertTrue(Files.exists(folder.resolve("charts/ranks.pdf")));
    String html = Files.readString(folder.resolve("compare.html"));
    assertTrue(html.contains("&lt;c&gt;") && !html.contains("<c>"));
    assertFalse(html.replaceAll("xmlns(:\\w+)?=\"http://[^\"]*\"", "").contains("://"));
    assertEquals(10, Files.readString(folder.resolve("compare.csv")).lines().count());
  }
}
