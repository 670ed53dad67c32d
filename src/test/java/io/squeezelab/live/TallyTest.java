package io.squeezelab.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.live.Snapshot.Best;
import io.squeezelab.spec.Bind;
import io.squeezelab.sweep.Job;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Pace;
import io.squeezelab.trial.Conditions;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Trial;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counts and estimates, by pencil. Trials have 10 epochs; the clock is moved by hand. */
class TallyTest {
  private static final String TRIAL =
      "{data: cifar10, backbone: {type: resnet-cifar, depth: 8}, seed: %d,"
          + " train: {epochs: 10, batch: 256, rate: {type: constant, base: 0.1}}}";

  private long seconds;
  private Tally tally = tally(1);

  private Tally tally(int slots) {
    return new Tally(plan(slots, Double.POSITIVE_INFINITY), () -> seconds * 1_000_000_000L);
  }

  private static Plan plan(int slots, double limit) {
    return new Plan("made", 5, Collections.nCopies(slots, "cpu"), limit);
  }

  private static Job job(String arm, long seed) {
    Trial trial = Bind.inline(Trial.class, TRIAL.formatted(seed));
    return new Job(arm + seed, arm, trial, 1);
  }

  private static Ahead ahead(String arm, long seed, long macs) {
    return new Ahead(arm + seed, arm, 10, macs);
  }

  private static Epoch epoch(int number) {
    return new Epoch(number, 0.1, 1, 0.5, 1, 0.5, 3);
  }

  private void finish(int slot, Job job, double top1) {
    for (int epoch = 1; epoch <= 10; epoch++) {
      tally.epoch(slot, job, epoch(epoch));
    }
    tally.finished(slot, job, Made.done(job.arm(), 0, top1).outcome());
  }

  private static Outcome failed() {
    return Made.ended("a", 0, Ending.FAILED, "it broke").outcome();
  }

  @Test
  void nothingIsSaidOfTheTimeBeforeTheFirstWord() {
    tally.ahead(List.of(ahead("a", 0, 100), ahead("a", 1, 100)));
    assertTrue(Double.isNaN(tally.now().left()));
    tally.started(0, job("a", 0));
    assertTrue(Double.isNaN(tally.now().left()));
  }

  @Test
  void nothingIsLeftOfASweepWithoutTrials() {
    assertEquals(0, tally.now().left());
  }

  /** 2.5 of 10 epochs in 50 s: 20 s an epoch; 7.5 and 10 epochs are to go. */
  @Test
  void theFirstTrialTellsByItsPace() {
    tally.ahead(List.of(ahead("a", 0, 100), ahead("a", 1, 100)));
    tally.started(0, job("a", 0));
    tally.pace(0, job("a", 0), new Pace(1, 0, 100, 500));
    seconds = 50;
    tally.pace(0, job("a", 0), new Pace(3, 50, 100, 500));
    assertEquals(350, tally.now().left());
    seconds = 60;
    assertEquals(340, tally.now().left(), "time goes by without a word");
  }

  /** Arm a took 100 s; a network of three times the multiply-adds is taken to need 300 s. */
  @Test
  void anArmWithoutATrialIsJudgedByItsMultiplyAdds() {
    tally.ahead(List.of(ahead("a", 0, 100), ahead("a", 1, 100), ahead("b", 0, 300)));
    tally.started(0, job("a", 0));
    seconds = 100;
    finish(0, job("a", 0), 0.5);
    assertEquals(100 + 300, tally.now().left());
  }

  @Test
  void anArmThatHasTrialsIsJudgedByThem() {
    tally.ahead(List.of(ahead("a", 0, 100), ahead("b", 0, 300), ahead("b", 1, 300)));
    tally.started(0, job("a", 0));
    seconds = 100;
    finish(0, job("a", 0), 0.5);
    tally.started(0, job("b", 0));
    seconds = 250;
    finish(0, job("b", 0), 0.5);
    assertEquals(150, tally.now().left());
  }

  /** Three trials of 100 s on two slots take 200 s, not 150. */
  @Test
  void trialsAreNotDividedBetweenSlots() {
    tally = tally(2);
    tally.ahead(List.of(ahead("a", 0, 0), ahead("a", 1, 0), ahead("a", 2, 0), ahead("a", 3, 0)));
    tally.started(0, job("a", 0));
    seconds = 100;
    finish(0, job("a", 0), 0.5);
    assertEquals(200, tally.now().left());
  }

  /** From epoch 8 on, 2 epochs in 20 s: 10 s an epoch, not 2. */
  @Test
  void aTrialThatGoesOnFromACheckpointTellsByWhatItTrainedHere() {
    tally.ahead(List.of(ahead("a", 0, 0), ahead("a", 1, 0)));
    tally.started(0, job("a", 0));
    tally.pace(0, job("a", 0), new Pace(9, 0, 100, 500));
    seconds = 20;
    tally.epoch(0, job("a", 0), epoch(10));
    tally.finished(0, job("a", 0), Made.done("a", 0, 0.5).outcome());
    assertEquals(100, tally.now().left());
  }

  @Test
  void aTrialThatDiedBeforeItsFirstStepTellsNothingOfTheOthers() {
    tally.ahead(List.of(ahead("a", 0, 0), ahead("a", 1, 0)));
    tally.started(0, job("a", 0));
    seconds = 5;
    tally.finished(0, job("a", 0), failed());
    assertTrue(Double.isNaN(tally.now().left()));
  }

  @Test
  void aBudgetOfTimeEndsTheSweepWhateverIsLeft() {
    tally = new Tally(plan(1, 120), () -> seconds * 1_000_000_000L);
    tally.ahead(List.of(ahead("a", 0, 0), ahead("a", 1, 0)));
    tally.started(0, job("a", 0));
    seconds = 100;
    finish(0, job("a", 0), 0.5);
    assertEquals(20, tally.now().left());
  }

  @Test
  void aTrialCountsOnceWhateverBecomesOfIt() {
    tally.stored("a0", "a", Ending.FAILED, Double.NaN);
    tally.ahead(List.of(ahead("a", 0, 0), ahead("a", 1, 0)));
    assertEquals(new Counts(0, 1, 0, 0, 0, 0, 0, 0, 2, false), tally.now().counts());
    tally.started(0, job("a", 0));
    assertEquals(new Counts(0, 0, 0, 0, 0, 0, 0, 1, 1, false), tally.now().counts());
    finish(0, job("a", 0), 0.5);
    assertEquals(new Counts(1, 0, 0, 0, 0, 0, 0, 0, 1, false), tally.now().counts());
    assertEquals("1/2", tally.share());
  }

  @Test
  void anAttemptThatIsFollowedByAnotherMakesNoTrialOfItsOwn() {
    tally.ahead(List.of(ahead("a", 0, 0), ahead("a", 1, 0)));
    tally.started(0, job("a", 0));
    tally.finished(0, job("a", 0), failed());
    tally.started(0, job("a", 0));
    tally.finished(0, job("a", 0), Made.done("a", 0, 0.5).outcome());
    assertEquals("1/2", tally.share());
  }

  @Test
  void whatASearchHasNotDecidedAgainstIsPausedAndNotStopped() {
    tally.stored("a0", "a", Ending.STOPPED, Double.NaN);
    tally.stored("b0", "b", Ending.STOPPED, Double.NaN);
    assertEquals(new Counts(0, 0, 0, 0, 0, 0, 2, 0, 0, true), open(tally).counts());
    tally.decided(() -> Set.of("b"));
    assertEquals(new Counts(0, 0, 0, 0, 0, 1, 1, 0, 0, true), open(tally).counts());
    assertEquals(
        "1 of 2 trials done, 0 running, 1 paused, 0 waiting, more may follow",
        new Phrases(tally.now()).counts());
  }

  private static Snapshot open(Tally tally) {
    tally.open(true);
    return tally.now();
  }

  /** Its budget kept trials from ever being announced. */
  @Test
  void aSweepThatABudgetCutIsStoppedAndNotEnded() {
    tally.open(true);
    tally.over();
    assertEquals(Snapshot.Phase.STOPPED, tally.now().phase());
  }

  @Test
  void aTrialThatWasPutDownWaitsAgain() {
    tally.ahead(List.of(ahead("a", 0, 0)));
    tally.started(0, job("a", 0));
    tally.putDown(0, job("a", 0));
    assertEquals(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 1, false), tally.now().counts());
    assertNull(tally.now().slots().get(0).work());
  }

  @Test
  void aSlotShowsWhatRunsThere() {
    tally = tally(2);
    Job job = job("b", 3).under(Conditions.PLAIN.until(4));
    tally.started(1, job);
    tally.epoch(1, job, epoch(1));
    seconds = 9;
    tally.pace(1, job, new Pace(2, 7, 98, 640.0));
    assertNull(tally.now().slots().get(0).work());
    Slot.Work work = new Slot.Work("b3", "b", 3, 1, 2, 4, 7, 98, 640.0, 9);
    assertEquals(new Slot(2, "cpu", work), tally.now().slots().get(1));
    assertEquals(640, tally.now().imagesPerSecond());
  }

  /** Arm a has a mean of 0.60 of two seeds, 0.59 of three; b has 0.62 of one. */
  @Test
  void theBestArmIsAsFarAsTheOthersOrOneSeedBehind() {
    assertNull(tally.now().best());
    tally.stored("a0", "a", Ending.COMPLETED, 0.50);
    tally.stored("a1", "a", Ending.COMPLETED, 0.70);
    tally.stored("b0", "b", Ending.COMPLETED, 0.62);
    assertEquals(new Best("b", 0.62, 1, 5), tally.now().best());
    tally.stored("a2", "a", Ending.COMPLETED, 0.57);
    assertEquals("a", tally.now().best().arm(), "b is two seeds behind");
    tally.stored("c0", "c", Ending.COMPLETED, Double.NaN);
    assertEquals("a", tally.now().best().arm(), "nothing was held out");
  }
}
