package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.analysis.Spread.Row;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  /** numpy.percentile([1, 2, 4, 8], [0, 25, 50, 75, 100]): 1, 1.75, 3, 5, 8. */
  @Test
  void quartilesAreThoseOfNumpy() {
    Row row = Spread.of(Made.study(null, Made.arm("se", 0.08, 0.01, 0.04, 0.02))).rows().get(0);
    assertEquals(0.01, row.lowest());
    assertEquals(0.0175, row.lower(), 1e-12);
    assertEquals(0.03, row.median(), 1e-12);
    assertEquals(0.05, row.upper(), 1e-12);
    assertEquals(0.08, row.highest());
  }

  @Test
  void valuesStandBySeed() {
    List<Result> results =
        Made.all(List.of(Made.done("se", 7, 0.9)), List.of(Made.done("se", 2, 0.8)));
    Row row = Spread.of(Made.study(null, results)).rows().get(0);
    assertEquals("{2=0.8, 7=0.9}", row.values().toString());
  }

  @Test
  void seedsThatFailedAreCountedAsMissing() {
    List<Result> results =
        Made.all(Made.arm("se", 0.9, 0.91), List.of(Made.ended("se", 2, Ending.FAILED, "killed")));
    Row row = Spread.of(Made.study(null, results)).rows().get(0);
    assertEquals(2, row.n());
    assertEquals(1, row.missing());
  }

  @Test
  void aCrowdedChartKeepsTheBaselineAndTheHighest() {
    List<Result> results =
        Made.all(Made.arm("none", 0.1), Made.arm("a", 0.3), Made.arm("b", 0.2), Made.arm("c", 0.9));
    Spread few = Spread.of(Made.study("none", results)).highest(3);
    assertEquals(List.of("none", "a", "c"), few.rows().stream().map(Row::label).toList());
  }

  @Test
  void armsWithoutACompletedTrialHaveNoRow() {
    List<Result> results = List.of(Made.ended("se", 0, Ending.DIVERGED, "loss is NaN"));
    assertEquals(List.of(), Spread.of(Made.study(null, results)).rows());
  }
}
