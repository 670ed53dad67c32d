package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.results.Result;
import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Outcome.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTest {

  @Test
  void lastAttemptCounts() {
    Result failed = Made.ended("se", 0, Ending.FAILED, "killed");
    Result again = Made.attempt(Made.done("se", 0, 0.9), 2);
    Study study = Made.study(null, List.of(failed, again));
    assertEquals(List.of(again), study.trials());
    assertTrue(study.unfinished().isEmpty());
  }

  @Test
  void laterTrialOfASeedCountsAndTheEarlierIsLeftOut() {
    Result before = Made.done("se", 0, 0.90);
    Result after =
        new Result("other-id", "se", 0, 1, before.trial(), before.cost(), before.outcome());
    Study study = Made.study(null, List.of(before, after));
    assertEquals(List.of(after), study.current());
    assertEquals(List.of(before), study.leftOut());
  }

  @Test
  void armsThatTheFileNoLongerHasAreLeftOut() {
    Result gone = Made.done("gone", 0, 0.99);
    Study study = new Study("s", null, List.of("se"), null, List.of(gone));
    assertEquals(List.of(gone), study.leftOut());
    assertEquals(0, Summary.of(study).completed());
  }

  @Test
  void divergedTrialIsUnfinishedNotDropped() {
    Result diverged = Made.ended("se", 1, Ending.DIVERGED, "loss is NaN in epoch 3");
    Study study = Made.study(null, List.of(Made.done("se", 0, 0.9), diverged));
    assertEquals(List.of(diverged), study.unfinished());
  }

  @Test
  void completedTrialWithoutAccuracyIsNotInTheMeans() {
    Study study = Made.study(null, List.of(Made.done("se", 0, Double.NaN)));
    assertEquals(1, study.unfinished().size());
    assertEquals(0, Summary.of(study).arms().get(0).top1().n());
  }

  @Test
  void baselineMustBeAnArm() {
    assertThrows(Problem.class, () -> new Study("s", "", List.of("se"), "none", List.of()));
  }

  @Test
  void nameStandsInForAMissingQuestion() {
    assertEquals("s", new Study("s", " ", List.of(), null, List.of()).title());
  }
}
