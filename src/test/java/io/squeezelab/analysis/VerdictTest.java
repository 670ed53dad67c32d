package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals as in {@link SummaryTest}, which has them from SciPy. */
class VerdictTest {
  private static final List<Result> NONE = Made.arm("none", 0.9123, 0.9187, 0.9151);
  private static final List<Result> BETTER = Made.arm("conv1d", 0.9201, 0.9254, 0.9230);
  private static final List<Result> WORSE = Made.arm("max", 0.9040, 0.9120, 0.9066);
  private static final List<Result> SIMILAR = Made.arm("std", 0.9129, 0.9170, 0.9190);

  @Test
  void namesWhatBeatsTheBaseline() {
    assertVerdict(
        "With 3 seeds, conv1d beats the baseline (none) by 0.75 points"
            + " (95 % interval 0.58 to 0.91).",
        Made.all(NONE, BETTER));
  }

  @Test
  void countsWhatCannotBeTold() {
    assertVerdict(
        "With 3 seeds, conv1d beats the baseline (none) by 0.75 points"
            + " (95 % interval 0.58 to 0.91);"
            + " the other 2 arms cannot be told from it (too few seeds to tell)."
            + " What is told apart is told by the paired t test at 5 %, corrected for the 3 comparisons"
            + " made (Holm); each interval stands alone.",
        Made.all(NONE, BETTER, SIMILAR, Made.arm("gem", 0.9190, 0.9129, 0.9170)));
  }

  /** SciPy 1.17.1: the difference of max is −0.78333, interval −1.02841 to −0.53825 points. */
  @Test
  void saysWhatFallsBehind() {
    assertVerdict(
        "With 3 seeds, conv1d beats the baseline (none) by 0.75 points"
            + " (95 % interval 0.58 to 0.91);"
            + " max falls behind it by 0.78 points (95 % interval 0.54 to 1.03)."
            + " What is told apart is told by the paired t test at 5 %, corrected for the 2 comparisons"
            + " made (Holm); each interval stands alone.",
        Made.all(NONE, BETTER, WORSE));
  }

  @Test
  void oneSeedIsTooFewToTell() {
    assertVerdict(
        "With one seed, there are too few seeds to tell se from the baseline (none):"
            + " the difference is +1.00 points (one pair gives no interval).",
        Made.all(Made.arm("none", 0.91), Made.arm("se", 0.92)));
  }

  /**
   * statsmodels 0.15.0: {@code TTestPower().solve_power(0.33158, alpha=0.025, power=0.8)} is 88.99.
   */
  @Test
  void intervalOverZeroIsTooFewToTell() {
    assertVerdict(
        "With 3 seeds, there are too few seeds to tell any of the 2 other arms from the baseline"
            + " (none): every 95 % interval covers 0; 89 pairs would do for the clearest, std (+0.09"
            + " points; power 80 %).",
        Made.all(NONE, SIMILAR, Made.arm("gem", 0.9190, 0.9129, 0.9170)));
  }

  /** statsmodels, as above, with alpha=0.05; and 3.264 standard deviations for {@code nobs=3}. */
  @Test
  void saysHowManySeedsWouldDo() {
    assertVerdict(
        "With 3 seeds, there are too few seeds to tell std from the baseline (none): the difference"
            + " is +0.09 points (95 % interval −0.61 to +0.79); 74 pairs would do for a difference of"
            + " this size, 3 pairs find differences of 0.92 points or more (power 80 %).",
        Made.all(NONE, SIMILAR));
  }

  /** Alone, each of the two would be told: p is 0.0276. */
  @Test
  void whatTheCorrectionTakesBackIsSaid() {
    assertVerdict(
        "With 3 seeds, there are too few seeds to tell any of the 2 other arms from the baseline"
            + " (none): no paired t test reaches 5 % when corrected for the 2 comparisons made"
            + " (Holm); 4 pairs would do for the clearest, a (+0.45 points; power 80 %).",
        Made.all(
            NONE, Made.arm("a", 0.9153, 0.9237, 0.9206), Made.arm("b", 0.9153, 0.9237, 0.9206)));
  }

  @Test
  void withoutResultsSaysSo() {
    assertEquals(
        "No trial has completed, so there is nothing to compare.",
        Verdict.of(new Study("s", "", List.of("a"), "a", List.of())));
  }

  @Test
  void withoutABaselineNothingIsCompared() {
    assertEquals(
        "The highest mean test accuracy is 91.54 % by none, with 3 seeds"
            + " (95 % interval 90.74 to 92.33). No baseline is named, so nothing is compared.",
        Verdict.of(Made.study(null, NONE)));
  }

  @Test
  void unfinishedTrialsAreSaid() {
    Result failed = Made.ended("conv1d", 3, Ending.FAILED, "killed");
    Result waiting = Made.ended("late", 0, Ending.TIMED_OUT, "1 h");
    assertVerdict(
        "With 3 seeds, conv1d beats the baseline (none) by 0.75 points"
            + " (95 % interval 0.58 to 0.91). One arm has no completed trial."
            + " 2 of 8 ended trials did not complete and are not in the means.",
        Made.all(NONE, BETTER, List.of(failed, waiting)));
  }

  private static void assertVerdict(String expected, List<Result> results) {
    assertEquals(expected, Verdict.of(Made.study("none", results)));
  }
}
