package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Contrast.Finding;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures of single statistics are in {@link PairTestsTest} and {@link PowerTest}. */
class ContrastsTest {
  private static final List<Result> NONE = Made.arm("none", 0.9123, 0.9187, 0.9151);
  private static final List<Result> BETTER = Made.arm("conv1d", 0.9201, 0.9254, 0.9230);

  /** Differences of 30, 50 and 55 in 10,000: p = 0.0276; of conv1d 0.0026 (SciPy 1.17.1). */
  private static final List<Result> HIGHER = Made.arm("higher", 0.9153, 0.9237, 0.9206);

  @Test
  void oneArmNeedsNoCorrection() {
    Contrasts of = Contrasts.of(Made.study("none", Made.all(NONE, HIGHER)));
    assertEquals("paired t test, two-sided", of.test());
    assertEquals(Finding.ABOVE, of.rows().get(0).finding());
    assertEquals(of.rows().get(0).p(), of.rows().get(0).adjusted());
  }

  @Test
  void whatSeveralComparisonsDoNotBearIsUntold() {
    Contrasts of =
        Contrasts.of(
            Made.study(
                "none", Made.all(NONE, HIGHER, Made.arm("std", 0.9129, 0.9170, 0.9190), BETTER)));
    assertEquals("paired t test, two-sided, Holm's correction over 3 comparisons", of.test());
    Contrast higher = of.row("higher").orElseThrow();
    assertTrue(higher.difference().above(), "alone it would be told");
    assertEquals(Finding.UNTOLD, higher.finding());
    assertEquals(2 * higher.p(), higher.adjusted(), 1e-12, "the second smallest of three");
    assertEquals(4, higher.enough(), "power 0.446 with 3, 0.859 with 4 (SciPy)");
    assertEquals(Finding.ABOVE, of.row("conv1d").orElseThrow().finding());
  }

  @Test
  void theLevelItselfIsAFinding() {
    double[] differences = {0.003, 0.005, 0.0055};
    Power power = new Power(Contrasts.LEVEL);
    assertEquals(Finding.ABOVE, Contrast.of("a", differences, 0.05, power, 1).finding());
    assertEquals(Finding.UNTOLD, Contrast.of("a", differences, 0.0501, power, 1).finding());
    assertEquals(Finding.UNTOLD, Contrast.of("a", differences, Double.NaN, power, 1).finding());
  }

  @Test
  void lowerIsBelow() {
    Contrasts of = Contrasts.of(Made.study("conv1d", Made.all(BETTER, NONE)));
    assertEquals(Finding.BELOW, of.rows().get(0).finding());
    assertEquals(0, of.rows().get(0).better());
  }

  @Test
  void equalPairsCountHalf() {
    List<Result> mixed = Made.arm("mixed", 0.9123, 0.9287, 0.9051);
    Contrast of = Contrasts.of(Made.study("none", Made.all(NONE, mixed))).rows().get(0);
    assertEquals(0.5, of.better());
  }

  @Test
  void onePairIsShownButNotTested() {
    Result only = Made.done("se", 1, 0.95);
    Contrasts of = Contrasts.of(Made.study("none", Made.all(NONE, List.of(only), BETTER)));
    Contrast se = of.row("se").orElseThrow();
    assertTrue(Double.isNaN(se.p()) && Double.isNaN(se.adjusted()));
    assertEquals(Finding.UNTOLD, se.finding());
    assertEquals(1, of.tests());
  }

  /** Of accuracies that are counts, three differences can be equal by chance. */
  @Test
  void withoutSpreadNothingIsTold() {
    List<Result> shifted = Made.arm("shifted", 0.9133, 0.9197, 0.9161);
    Contrast of = Contrasts.of(Made.study("none", Made.all(NONE, shifted))).rows().get(0);
    assertEquals(Finding.UNTOLD, of.finding());
    assertEquals(0, of.enough());
    assertEquals(0.25, of.flips(), 1e-15);
  }

  @Test
  void whatIsNotComparedSaysWhy() {
    List<Result> results =
        Made.all(
            NONE,
            List.of(Made.ended("failed", 0, Ending.FAILED, "killed")),
            List.of(Made.done("elsewhere", 9, 0.9)),
            List.of(Made.done("cut", 0, 0.9), Made.ended("cut", 1, Ending.STOPPED, "")),
            List.of(Made.ended("waits", 0, Ending.STOPPED, "")));
    List<String> arms = List.of("none", "failed", "elsewhere", "cut", "waits");
    Choices choices = new Choices("halving", Map.of("cut", "place 3 of 3"), List.of());
    Contrasts of =
        Contrasts.of(new Study("s", "", arms, "none", List.of(0L, 1L, 2L), results, choices));
    assertEquals(List.of(), of.rows());
    assertEquals(
        List.of(
            "failed: no trial has completed",
            "elsewhere: shares no completed seed with the baseline",
            "cut: stopped early by the search",
            "waits: paused, may go on"),
        of.missing());
  }

  @Test
  void withoutABaselineThereIsNothing() {
    Contrasts of = Contrasts.of(Made.study(null, NONE));
    assertTrue(of.rows().isEmpty() && of.missing().isEmpty());
    assertFalse(of.row("none").isPresent());
  }

  @Test
  void sameResultsGiveTheSameNumbers() {
    Study study = Made.sweep(List.of("none", "se", "eca"), 24);
    assertEquals(Contrasts.of(study), Contrasts.of(study));
  }
}
