package io.squeezelab.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Choices;
import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of arms and of comparisons, in every file that has them. */
class SummaryTableTest {
  @TempDir Path folder;

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
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
