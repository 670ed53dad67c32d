package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final List<Result> NONE = Made.arm("none", 0.9123, 0.9187, 0.9151);

  /** SciPy 1.17.1: {@code stats.ttest_rel(se, none).confidence_interval(0.95)}. */
  @Test
  void differenceIsPairedBySeed() {
    Estimate d = arm(NONE, Made.arm("se", 0.9201, 0.9254, 0.9230)).difference();
    assertEquals(0.007466666666666695, d.mean(), 1e-12);
    assertEquals(0.00581264626903449, d.low(), 1e-10);
    assertEquals(0.0091206870642989, d.high(), 1e-10);
  }

  /** SciPy 1.17.1, as above. */
  @Test
  void fivePairsAgreeWithSciPy() {
    List<Result> none = Made.arm("none", 0.9012, 0.9105, 0.9077, 0.9160, 0.9034);
    Estimate d = arm(none, Made.arm("se", 0.9050, 0.9111, 0.9069, 0.9175, 0.9081)).difference();
    assertEquals(-0.0008558683808819584, d.low(), 1e-10);
    assertEquals(0.004775868380882016, d.high(), 1e-10);
  }

  @Test
  void onlyCommonSeedsMakePairs() {
    List<Result> se =
        List.of(Made.done("se", 2, 0.93), Made.done("se", 1, 0.92), Made.done("se", 7, 0.5));
    Arm arm = arm(NONE, se);
    assertEquals(2, arm.difference().n());
    assertEquals((0.93 - 0.9151 + 0.92 - 0.9187) / 2, arm.difference().mean(), 1e-12);
    assertEquals(3, arm.top1().n());
  }

  @Test
  void saysWhichSeedsAreMissingAndWhichFailed() {
    Result failed = Made.ended("se", 1, Ending.OUT_OF_MEMORY, "2 GiB asked, 1 GiB free");
    Arm arm = arm(NONE, List.of(Made.done("se", 0, 0.92), failed));
    assertEquals(List.of(failed), arm.unfinished());
    assertEquals(List.of(2L), arm.missing());
    assertEquals(3, arm.planned());
  }

  @Test
  void armWithoutResultsIsStillARow() {
    Study study = new Study("s", "", List.of("none", "se"), "none", NONE);
    Arm se = Summary.of(study).arms().get(1);
    assertFalse(se.top1().known());
    assertNull(se.cost());
    assertEquals(List.of(0L, 1L, 2L), se.missing());
  }

  @Test
  void baselineIsNotComparedWithItself() {
    assertFalse(Summary.of(Made.study("none", NONE)).baseline().get().difference().known());
  }

  @Test
  void timesAreMediansOfCompletedTrials() {
    Result failed = Made.ended("none", 9, Ending.FAILED, "took 5 s");
    Arm none = Summary.of(Made.study("none", Made.all(NONE, List.of(failed)))).arms().get(0);
    assertEquals(101, none.seconds());
    assertEquals(999, none.imagesPerSecond());
  }

  @Test
  void bestIsTheHighestSeedAndHighestTheHighestMean() {
    Summary summary =
        Summary.of(Made.study("none", Made.all(NONE, Made.arm("se", 0.99, 0.01, 0.5))));
    assertEquals(0.99, summary.arms().get(1).best());
    assertEquals(0.9153666666666668, summary.highest(), 1e-12);
    assertTrue(Double.isNaN(Summary.of(Made.study(null, List.of())).highest()));
  }

  private static Arm arm(List<Result> baseline, List<Result> other) {
    return Summary.of(Made.study("none", Made.all(baseline, other))).arms().get(1);
  }
}
