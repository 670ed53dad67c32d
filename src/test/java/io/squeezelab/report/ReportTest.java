package io.squeezelab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Choices;
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
import java.util.Map;
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
  void armsWithoutResultsAreShown() throws IOException {
    List<Result> none = Made.arm("none", 0.9123, 0.9187, 0.9151);
    Report.write(new Study("s", "", List.of("none", "se"), "none", none), folder);
    assertTrue(read("summary.md").contains("| se | 0 of 3 | no trial finished | – | – | – | – |"));
    assertTrue(
        read("summary.csv")
            .contains("\nse,false,0,0,3,,,,,,0,,,,,,,,,,,0" + ",".repeat(18) + "\n"));
  }

  @Test
  void whatASearchStoppedIsMarkedInEveryTable() throws IOException {
    List<Result> results =
        Made.all(
            Made.arm("none", 0.9123, 0.9187),
            List.of(
                Made.done("se", 0, 0.95),
                Made.ended("se", 1, Ending.STOPPED, "stopped after epoch 3 of 27")));
    Choices choices =
        new Choices("halving", Map.of("se", "place 5 of 9 after epoch 3"), List.of("A remark."));
    List<String> arms = List.of("none", "se");
    Report.write(new Study("s", "", arms, "none", List.of(0L, 1L), results, choices), folder);
    String summary = read("summary.md");
    assertTrue(summary.contains("| se | 1 of 2 (1 stopped early) | **95.00 (one seed)** | – |"));
    assertTrue(summary.contains("- A remark."));
    assertTrue(summary.contains("- Stopped early: by the search (halving)"));
    String reason = "stopped after epoch 3 of 27 by halving: place 5 of 9 after epoch 3";
    assertTrue(read("trials.csv").contains("se-1,se,1,1,stopped," + reason + ",false,"));
    assertTrue(read("report.html").contains(reason));
    assertTrue(read("summary.csv").lines().toList().get(2).endsWith(",1" + ",".repeat(18)));
  }

  @Test
  void tableHasTheFiguresOfTheAnalysis() throws IOException {
    List<Result> results =
        Made.all(Made.arm("none", 0.9123, 0.9187, 0.9151), Made.arm("se", 0.9201, 0.9254, 0.9230));
    Report.write(Made.study("none", results), folder);
    assertTrue(
        read("summary.md")
            .contains(
                "| se | 3 | **92.28 ± 0.27** | +0.75 [+0.58, +0.91] | 272,474 | 40,813,184 | 101 |"));
  }

  /** Figures of SciPy 1.17.1 for differences of 78, 67 and 79 in 10,000. */
  @Test
  void comparisonsShowEveryTest() throws IOException {
    List<Result> results =
        Made.all(
            Made.arm("none", 0.9123, 0.9187, 0.9151),
            Made.arm("se", 0.9201, 0.9254, 0.9230),
            List.of(Made.ended("eca", 0, Ending.FAILED, "killed")));
    Report.write(Made.study("none", results), folder);
    String summary = read("summary.md");
    String row =
        "| se | 3 | 3 | +0.75 | +0.58 to +0.91 | +0.68 to +0.79 | 6.33 | 0.003 | 0.250 | 0.250 | 0.003 | above |";
    assertTrue(summary.contains(row), summary);
    assertTrue(
        summary.contains("- Not compared (against the baseline): eca: no trial has completed"),
        summary);
    assertTrue(read("summary.csv").lines().toList().get(2).contains(",0.002640176913,"));
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

  /** A trial of another sweep ran at another hour, beside other things. */
  @Test
  void timesOfTrialsThatWereTakenOverAreNotDrawn() throws IOException {
    List<Result> here =
        Made.all(
            Made.arm("none", 0.9, 0.91, 0.92),
            Made.arm("se", 0.92, 0.94)); // 999 and 999.5 images a second
    Result one = here.get(0);
    List<Result> taken = new ArrayList<>(here);
    taken.set(
        0,
        new Result(
            one.id(), one.arm(), 0, 1, one.trial(), one.cost(), one.outcome(), "another-sweep"));
    Report.write(Made.study("none", here), folder);
    assertFalse(read("summary.md").contains("not to be compared"));
    assertTrue(Files.exists(folder.resolve("charts/accuracy-image-time.svg")));
    Report.write(Made.study("none", taken), folder);
    assertTrue(read("summary.md").contains("times and images per second are of different hours"));
    assertFalse(Files.exists(folder.resolve("charts/accuracy-image-time.svg")));
  }

  @Test
  void bootstrapIntervalsOfFewPairsAreNotToBeRead() throws IOException {
    double[] many = {0.90, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99};
    double[] less = {0.91, 0.91, 0.93, 0.93, 0.95, 0.95, 0.97, 0.97, 0.99, 0.99};
    Report.write(
        Made.study("none", Made.all(Made.arm("none", many), Made.arm("se", less))), folder);
    assertFalse(read("summary.md").contains("too narrow"));
    Report.write(
        Made.study("none", Made.all(Made.arm("none", many), Made.arm("se", 0.91, 0.93))), folder);
    assertTrue(read("summary.md").contains("fewer than ten pairs are too narrow"));
  }
}
