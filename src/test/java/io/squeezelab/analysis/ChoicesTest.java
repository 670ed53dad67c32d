package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a search stopped is marked, and compared with nothing. */
class ChoicesTest {
  private static final String WHY = "place 5 of 9 after epoch 3; the first 3 went on";

  private static Result stopped(String arm, long seed) {
    return Made.ended(arm, seed, Ending.STOPPED, "stopped after epoch 3 of 27");
  }

  /** The baseline, an arm of whose two seeds one was stopped, and one that was stopped whole. */
  private static Study study() {
    List<Result> results =
        Made.all(
            Made.arm("none", 0.90, 0.91),
            List.of(Made.done("half", 0, 0.95), stopped("half", 1)),
            List.of(stopped("whole", 0), stopped("whole", 1)));
    return new Study(
        "s",
        "",
        List.of("none", "half", "whole"),
        "none",
        List.of(0L, 1L),
        results,
        new Choices("halving", Map.of("half", WHY, "whole", WHY), List.of("Main effects only.")));
  }

  @Test
  void anArmThatWasStoppedIsComparedWithNothing() {
    Summary summary = Summary.of(study());
    assertFalse(summary.arms().get(1).difference().known(), "its seed 0 went on for its accuracy");
    assertEquals(2, summary.stopped());
    assertEquals(0, summary.unfinished(), "being stopped is no failure");
    String verdict = Verdict.of(summary);
    assertTrue(
        verdict.contains(
            "2 of 3 arms were stopped early by the search for low validation accuracy, and are"
                + " compared with nothing."),
        verdict);
    assertFalse(verdict.contains("did not complete"), verdict);
  }

  /** A budget cut the search before it decided. */
  @Test
  void anArmThatNothingDecidedAgainstIsPaused() {
    Choices undecided = new Choices("halving", Map.of("whole", WHY), List.of());
    Study of = study();
    Study cut = new Study("s", "", of.arms(), "none", of.seeds(), of.results(), undecided);
    Summary summary = Summary.of(cut);
    assertEquals(1, summary.stopped());
    assertEquals(1, summary.paused());
    assertEquals(0, summary.unfinished());
    assertFalse(summary.arms().get(1).difference().known(), "its seed 0 went on");
    String verdict = Verdict.of(summary);
    assertTrue(verdict.contains("One of 3 arms is paused and may go on."), verdict);
    assertEquals(
        "paused after epoch 0 of 30, may go on", undecided.reason(cut.unfinished().get(0)));
  }

  @Test
  void theReasonSaysByWhichSearchAndWhy() {
    Study study = study();
    assertEquals(
        List.of(
            "stopped after epoch 3 of 27 by halving: " + WHY,
            "stopped after epoch 3 of 27 by halving: " + WHY,
            "stopped after epoch 3 of 27 by halving: " + WHY),
        study.unfinished().stream().map(study.choices()::reason).toList());
  }
}
