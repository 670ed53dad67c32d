package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Timeline.Bar;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Provenance;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  @Test
  void trialsThatOverlapAreInDifferentLanes() {
    Timeline time = of(run("a", "10:00:00", 30), run("b", "10:00:10", 30), run("c", "10:00:35", 5));
    assertEquals(2, time.lanes());
    assertEquals(List.of("a", "c", "b"), time.bars().stream().map(Bar::arm).toList());
    assertEquals(40, time.seconds());
    assertEquals("2026-03-01T10:00:00Z", time.start().toString());
  }

  @Test
  void theOrderOfTheResultsDoesNotMatter() {
    Timeline time = of(run("b", "10:00:40", 5), run("a", "10:00:00", 30));
    assertEquals(1, time.lanes());
    assertEquals(40, time.bars().get(1).from());
  }

  /** Starts are kept in whole seconds: b started at 10:00:30.5 or so. */
  @Test
  void lessThanASecondIsNoOverlap() {
    Timeline time = of(run("a", "10:00:00", 30.4), run("b", "10:00:30", 10));
    assertEquals(1, time.lanes());
    assertEquals(30.4, time.bars().get(1).from());
    assertEquals(40.4, time.bars().get(1).to(), 1e-9);
  }

  @Test
  void noTwoBarsOfALaneOverlap() {
    Result[] runs = new Result[200];
    for (int i = 0; i < runs.length; i++) {
      String at = "10:%02d:%02d".formatted(i * 7 % 60, i * 13 % 60);
      runs[i] = run("arm" + i, at, 20.3 + i % 40);
    }
    List<Bar> bars = of(runs).bars();
    for (int i = 1; i < bars.size(); i++) {
      Bar before = bars.get(i - 1);
      Bar here = bars.get(i);
      assertTrue(before.lane() != here.lane() || before.to() <= here.from(), here.arm());
    }
  }

  @Test
  void aLaneHoldsTrialsOfOneDevice() {
    Timeline time = of(run("a", "10:00:00", 5, "gpu:0"), run("b", "10:01:00", 5, "gpu:1"));
    assertEquals(2, time.lanes());
  }

  @Test
  void attemptsWithoutATimeAreCounted() {
    Timeline time = of(run("a", "unknown", 5));
    assertEquals(0, time.lanes());
    assertEquals(1, time.untimed());
  }

  private static Timeline of(Result... runs) {
    return Timeline.of(Made.study(null, List.of(runs)));
  }

  private static Result run(String arm, String at, double seconds) {
    return run(arm, at, seconds, "cpu");
  }

  private static Result run(String arm, String at, double seconds, String device) {
    Result of = Made.done(arm, 0, 0.9);
    Outcome outcome = of.outcome();
    Provenance where =
        new Provenance("0.1", "PyTorch", device, "17", "Linux", "2026-03-01T" + at + "Z", null);
    Outcome timed =
        new Outcome(outcome.ending(), "", outcome.metrics(), List.of(), seconds, 1000, where);
    return new Result(of.id(), arm, 0, 1, of.trial(), of.cost(), timed);
  }
}
