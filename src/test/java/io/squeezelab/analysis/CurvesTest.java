package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Curves.Band;
import io.squeezelab.analysis.Curves.Curve;
import io.squeezelab.results.Result;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

  @Test
  void eachEpochIsTheMeanOfItsSeeds() {
    Curves curves =
        Curves.of(Made.study(null, List.of(run("a", 0, 0.5, 0.7), run("a", 1, 0.6, 0.9))));
    Curve a = curves.curves().get(0);
    assertEquals(0.55, a.steps().get(0).top1().mean(), 1e-12);
    assertEquals(2, a.last().epoch());
    assertEquals(0.80, a.last().top1().mean(), 1e-12);
    assertEquals(2.0, a.last().loss().mean(), 1e-12);
  }

  @Test
  void bandOfTwoSeedsIsTheirRange() {
    assertEquals(new Band(2, 0.5, 0.25, 0.75), Band.of(0.75, 0.25));
  }

  /** The interval of {@link EstimateTest#threeSeedsAgreeWithSciPy()}. */
  @Test
  void bandOfThreeSeedsIsStudentsInterval() {
    Band band = Band.of(0.9123, 0.9187, 0.9151);
    assertEquals(0.9073967517261204, band.low(), 1e-10);
    assertEquals(0.9233365816072131, band.high(), 1e-10);
  }

  @Test
  void oneSeedHasNoBand() {
    assertTrue(Double.isNaN(Band.of(0.5).low()));
  }

  @Test
  void unfinishedTrialsDoNotBendTheCurve() {
    Result half = run("a", 1, 0.1);
    Result stopped = Made.ended("a", 1, Ending.STOPPED, "");
    stopped = new Result("x", "a", 1, 1, stopped.trial(), stopped.cost(), ended(half, stopped));
    Curves curves = Curves.of(Made.study(null, List.of(run("a", 0, 0.5), stopped)));
    assertEquals(1, curves.curves().get(0).last().top1().n());
  }

  @Test
  void withoutAValidationSplitNothingIsValidated() {
    Study study = Made.study(null, List.of(run("a", 0, Double.NaN)));
    assertFalse(Curves.of(study).validated());
    assertEquals(1, Curves.of(study).curves().get(0).last().loss().n());
  }

  @Test
  void highestKeepsTheBaselineAndTheBestEnds() {
    Study study =
        Made.study(
            "base",
            List.of(
                run("low", 0, 0.2), run("base", 0, 0.1), run("high", 0, 0.9), run("mid", 0, 0.5)));
    List<String> kept = Curves.of(study).highest(3).curves().stream().map(Curve::label).toList();
    assertEquals(List.of("base", "high", "mid"), kept);
  }

  private static Outcome ended(Result history, Result ending) {
    return new Outcome(
        ending.outcome().ending(), "", null, history.outcome().history(), 1, 1, Made.WHERE);
  }

  private static Result run(String arm, long seed, double... top1) {
    List<Epoch> history = new ArrayList<>();
    for (double value : top1) {
      history.add(new Epoch(history.size() + 1, 0.1, 2.0, 0.5, 1.0, value, 1.0));
    }
    return Made.done(arm, seed, 0.9, Made.COST, history);
  }
}
