package io.squeezelab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import io.squeezelab.spec.BadInput;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final String EVIL = "<script>alert(1)</script> & \"q\" | `x` {{name}}";

  @TempDir Path folder;

  @Test
  void writesEveryFileAndNothingElse() throws IOException {
    Report.write(Made.sweep(List.of("none", "se"), 3), folder);
    assertEquals(
        List.of(
            "charts/accuracies.pdf",
            "charts/accuracies.png",
            "charts/accuracies.svg",
            "charts/accuracy-macs.pdf",
            "charts/accuracy-macs.png",
            "charts/accuracy-macs.svg",
            "charts/accuracy-memory.pdf",
            "charts/accuracy-memory.png",
            "charts/accuracy-memory.svg",
            "charts/accuracy-params.pdf",
            "charts/accuracy-params.png",
            "charts/accuracy-params.svg",
            "charts/differences.pdf",
            "charts/differences.png",
            "charts/differences.svg",
            "charts/learning-curves.pdf",
            "charts/learning-curves.png",
            "charts/learning-curves.svg",
            "charts/timeline.pdf",
            "charts/timeline.png",
            "charts/timeline.svg",
            "charts/training-loss.pdf",
            "charts/training-loss.png",
            "charts/training-loss.svg",
            "report.html",
            "summary.csv",
            "summary.md",
            "summary.tex",
            "trials.csv"),
        List.copyOf(files().keySet()));
  }

  /** Validation accuracies are the baseline's own, so that each of its seeds gets there. */
  @Test
  void howSoonAnArmLearnsStandsInTheSummary() throws IOException {
    Report.write(Made.sweep(List.of("none", "se"), 3), folder);
    String summary = Files.readString(folder.resolve("summary.md"));
    assertTrue(summary.contains("## Time to accuracy"), summary);
    assertTrue(summary.contains("where the baseline's worst seed ends"), summary);
    assertTrue(summary.matches("(?s).*\\| none \\| 3 of 3 \\| \\d+ \\| [\\d.]+ \\|.*"), summary);
  }

  @Test
  void sameResultsGiveTheSameBytesInAnyLanguage() throws IOException {
    Study study = Made.sweep(List.of("none", "se"), 3);
    Report.write(study, folder);
    var before = files();
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      Report.write(study, folder);
    } finally {
      Locale.setDefault(locale);
    }
    for (var file : files().entrySet()) {
      assertArrayEquals(before.get(file.getKey()), file.getValue(), file.getKey());
    }
  }

  @Test
  void pageAsksNothingOfTheNetwork() throws IOException {
    Report.write(Made.sweep(List.of("none", "se"), 3), folder);
    String html = read("report.html").replaceAll("xmlns(:\\w+)?=\"http://[^\"]*\"", "");
    assertFalse(html.contains("://"), "an address outside of the page");
    assertFalse(html.contains("<link") || html.contains("<img") || html.contains("src="));
  }

  @Test
  void inputIsEscaped() throws IOException {
    List<Result> results =
        Made.all(Made.arm(EVIL, 0.9, 0.91), List.of(Made.ended(EVIL, 2, Ending.FAILED, EVIL)));
    Report.write(new Study(EVIL, EVIL, List.of(EVIL), EVIL, results), EVIL, folder);
    assertFalse(read("report.html").contains("<script>alert"));
    assertFalse(read("charts/accuracy-macs.svg").contains("<script>"));
    assertTrue(
        read("summary.md").contains("| \\<script\\>alert(1)\\</script\\> & \"q\" \\| \\`x\\` "));
  }

  @Test
  void failedTrialsAreListedWithReasonAndLog() throws IOException {
    Result failed = Made.ended("se", 1, Ending.OUT_OF_MEMORY, "asked for 3 GiB");
    Report.write(
        Made.study("none", Made.all(Made.arm("none", 0.9, 0.91), List.of(failed))), folder);
    String html = read("report.html");
    assertTrue(html.contains("<td class=\"text\">out of memory</td>"));
    assertTrue(html.contains("asked for 3 GiB"));
    assertTrue(html.contains("<a href=\"./trials/se-1/log.txt\">trials/se-1/log.txt</a>"));
    assertTrue(read("summary.md").contains("- se: seed 1 out of memory; seed 0 is still to come."));
    assertTrue(read("trials.csv").contains("se-1,se,1,1,out-of-memory,asked for 3 GiB,false,,"));
  }

  @Test
  void withoutResultsThereIsAReportWithoutCharts() throws IOException {
    Report.write(Made.sweep(List.of("none", "se"), 1), folder);
    Report.write(new Study("s", "", List.of("none"), "none", List.of()), folder);
    assertTrue(read("report.html").contains("There are no charts, since no trial has completed."));
    assertFalse(Files.exists(folder.resolve("charts/accuracy-macs.svg")), "an old chart is left");
  }

  @Test
  void folderThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Study study = Made.study(null, List.of());
    BadInput thrown = assertThrows(BadInput.class, () -> Report.write(study, file));
    assertTrue(thrown.getMessage().startsWith("cannot write the report into " + file));
  }

  @Test
  void experimentFileIsShownAsItIs() throws IOException {
    Study study = Made.study(null, List.of());
    Report.write(study, "name: a\nseeds: [0, 1]\n", folder);
    assertTrue(read("report.html").contains("<code>name: a\nseeds: [0, 1]</code>"));
    Report.write(study, folder);
    assertFalse(read("report.html").contains("The experiment file"));
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private TreeMap<String, byte[]> files() throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (var walk = Files.walk(folder)) {
      for (Path file : new ArrayList<>(walk.filter(Files::isRegularFile).toList())) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
