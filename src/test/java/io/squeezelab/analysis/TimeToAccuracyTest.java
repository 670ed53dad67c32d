package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.analysis.TimeToAccuracy.Row;
import io.squeezelab.results.Result;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome.Ending;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeToAccuracyTest {

  @Test
  void anEpochAtTheTargetEndsTheClock() {
    Row row = row(0.7, trial("se", 0, 10, 0.5, 0.7, 0.6, 0.9));
    assertEquals(2, row.epochs());
    assertEquals(20, row.seconds());
    assertEquals(1, row.reached());
  }

  @Test
  void theMedianCountsSeedsThatNeverArriveAsLatest() {
    Row row =
        row(
            0.7,
            trial("se", 0, 10, 0.7, 0.7),
            trial("se", 1, 10, 0.5, 0.7),
            trial("se", 2, 10, 0.5, 0.5));
    assertEquals(2, row.epochs());
    assertEquals(2, row.reached());
    assertEquals(3, row.of());
  }

  @Test
  void whereHalfOfTheSeedsNeverArriveNoMedianIsKnown() {
    Row row = row(0.7, trial("se", 0, 10, 0.7), trial("se", 1, 10, 0.5));
    assertEquals(Double.NaN, row.epochs());
    assertEquals(Double.NaN, row.seconds());
    assertEquals(1, row.reached());
  }

  @Test
  void targetIsWhereTheBaselinesWorstSeedEnds() {
    TimeToAccuracy time =
        TimeToAccuracy.of(
            Made.study(
                "none",
                List.of(
                    trial("none", 0, 10, 0.5, 0.8),
                    trial("none", 1, 10, 0.75, 0.7),
                    trial("se", 0, 10, 0.1, 0.2))));
    assertEquals(0.7, time.target());
    assertEquals(2, time.rows().get(0).reached());
    assertEquals(0, time.rows().get(1).reached());
  }

  @Test
  void withoutABaselineEverySeedReachesTheTarget() {
    TimeToAccuracy time =
        TimeToAccuracy.of(
            Made.study(null, List.of(trial("a", 0, 10, 0.5), trial("b", 0, 10, 0.4))));
    assertEquals(0.4, time.target());
    assertEquals("where the worst seed of all ends", time.why());
  }

  @Test
  void trialsThatDidNotCompleteAreMissingAndSaid() {
    Row row =
        row(0.7, trial("se", 0, 10, 0.7), Made.ended("se", 1, Ending.OUT_OF_MEMORY, "too large"));
    assertEquals(1, row.of());
    assertEquals(1, row.missing());
  }

  @Test
  void withoutValidationThereAreNoRows() {
    TimeToAccuracy time =
        TimeToAccuracy.of(Made.study(null, List.of(trial("se", 0, 10, Double.NaN))));
    assertEquals(Double.NaN, time.target());
    assertEquals(List.of(), time.rows());
  }

  private static Row row(double target, Result... trials) {
    return TimeToAccuracy.of(Made.study(null, List.of(trials)), target).rows().get(0);
  }

  private static Result trial(String arm, long seed, double seconds, double... validation) {
    List<Epoch> history = new ArrayList<>();
    for (int e = 0; e < validation.length; e++) {
      history.add(new Epoch(e + 1, 0.1, 1, 0.5, 1, validation[e], seconds));
    }
    return Made.done(arm, seed, 0.9, Made.COST, history);
  }
}
