package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdict of a study of several networks. Figures as in {@link NetworksTest}. */
class AveragedTest {
  private static final List<Result> NONE = NetworksTest.NONE;
  private static final List<Result> SE = NetworksTest.SE;

  private static String verdict(List<Result> results) {
    return Verdict.of(Made.networks(results));
  }

  /**
   * statsmodels 0.15.0: {@code TTestPower().solve_power(1.9029, alpha=0.05, power=0.8)} is 4.42, of
   * 1.0733 at 0.025 10.91; of three pairs at 0.05, times their sd, 0.00838.
   */
  @Test
  void theAverageComesFirst() {
    assertEquals(
        "On average over 2 networks: with 3 seeds, there are too few seeds to tell se from the"
            + " baseline (none): the difference is +0.49 points (95 % interval −0.15 to +1.13); 5"
            + " pairs would do for a difference of this size, 3 pairs find differences of 0.84"
            + " points or more (power 80 %). Each by itself: with 3 seeds, there are too few seeds"
            + " to tell any of the 2 other arms from the same with none: every 95 % interval covers"
            + " 0; 11 pairs would do for the clearest, ResNet, se (+0.40 points; power 80 %).",
        verdict(Made.all(NONE, SE)));
  }

  /** Differences of 78, 67 and 79 in 10,000 in each network: p = 0.0026, twice of it 0.0053. */
  @Test
  void whatIsFoundIsSaidForTheAverageAndForTheArms() {
    List<Result> results =
        Made.all(
            Made.arm("ResNet, none", 0.9123, 0.9187, 0.9151),
            Made.arm("ResNet, se", 0.9201, 0.9254, 0.9230),
            Made.arm("ResNet, eca", 0.9123, 0.9190, 0.9150),
            Made.arm("VGG, none", 0.8123, 0.8187, 0.8151),
            Made.arm("VGG, se", 0.8201, 0.8254, 0.8230),
            Made.arm("VGG, eca", 0.8123, 0.8187, 0.8152));
    assertEquals(
        "On average over 2 networks: with 3 seeds, se beats the baseline (none) by 0.75 points (95 %"
            + " interval 0.58 to 0.91); eca cannot be told from it (too few seeds to tell). Each by"
            + " itself: with 3 seeds, ResNet, se (by 0.75 points, 95 % interval 0.58 to 0.91) and"
            + " VGG, se (by 0.75 points, 95 % interval 0.58 to 0.91) beat the same with none; the"
            + " other 2 arms cannot be told from it (too few seeds to tell). What is told apart is"
            + " told by the paired t test at 5 %, corrected (Holm) among the averages and among the"
            + " single arms; each interval stands alone.",
        verdict(results));
  }

  @Test
  void anAverageThatCannotBeHadIsSaid() {
    List<Result> failed = List.of(Made.ended("VGG, se", 0, Ending.FAILED, "out of memory"));
    String verdict = verdict(Made.all(NONE, SE.subList(0, 3), failed));
    assertTrue(
        verdict.startsWith(
            "No average over 2 networks of se: VGG, se has no completed trial. Each by itself: with"
                + " 3 seeds, there are too few seeds to tell ResNet, se from the same with none:"),
        verdict);
  }

  @Test
  void beforeAnyPairIsThereNothingIsCompared() {
    Result waiting = Made.ended("VGG, se", 0, Ending.FAILED, "x");
    Result other = Made.ended("ResNet, se", 0, Ending.FAILED, "x");
    String verdict = verdict(Made.all(NONE, List.of(other, waiting)));
    assertTrue(verdict.contains(" Nothing can be compared network by network yet."), verdict);
  }

  @Test
  void oneSeedGivesNoInterval() {
    List<Result> one =
        Made.all(
            Made.arm("ResNet, none", 0.6), Made.arm("ResNet, se", 0.61),
            Made.arm("VGG, none", 0.7), Made.arm("VGG, se", 0.72));
    assertTrue(
        verdict(one)
            .startsWith(
                "On average over 2 networks: with one seed, there are too few seeds to tell se from the"
                    + " baseline (none): the difference is +1.50 points (one pair gives no interval)."),
        verdict(one));
  }
}
