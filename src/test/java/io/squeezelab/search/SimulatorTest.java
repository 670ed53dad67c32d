package io.squeezelab.search;

import static io.squeezelab.search.FakeSpace.point;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.cost.Cost;
import io.squeezelab.spec.Bind;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Recorded trials of nine epochs, a second each. */
class SimulatorTest {

  private static RecordedArm arm(int level, int seeds, double accuracy) {
    Map<Long, Outcome> outcomes = new HashMap<>();
    for (long seed = 0; seed < seeds; seed++) {
      outcomes.put(seed, Answers.outcome(accuracy, FakeSpace.EPOCHS));
    }
    return new RecordedArm("arm " + level, Map.of("f", "l" + level), Cost.FREE, outcomes);
  }

  /** Arms of which each is better than the one before. */
  private static RecordedSpace rising(int arms, int seeds) {
    List<RecordedArm> recorded = new ArrayList<>();
    for (int i = 0; i < arms; i++) {
      recorded.add(arm(i, seeds, i / (double) arms));
    }
    return new RecordedSpace(List.of(), recorded, null);
  }

  private static Simulation run(String search, RecordedSpace space, List<Long> seeds, int workers) {
    return Simulator.run(Bind.inline(Search.class, search), space, seeds, workers, spent -> false);
  }

  @Test
  void theGridTakesAllOfIt() {
    Simulation one = run("grid", rising(9, 2), List.of(0L, 1L), 1);
    assertEquals(18, one.trials());
    assertEquals(18 * 9, one.epochs());
    assertEquals(18 * 9, one.seconds());
    Simulation four = run("grid", rising(9, 2), List.of(0L, 1L), 4);
    assertEquals(5 * 9, four.seconds()); // 18 trials on four: five turns
    assertEquals(18 * 9, four.busy());
    assertEquals(9, four.completed().size());
  }

  /** By pencil: 9 arms to epoch 1, 3 on to epoch 3, 1 on to epoch 9: 9 + 6 + 6 seconds. */
  @Test
  void halvingTakesWhatThePencilSays() {
    Simulation simulation = run("halving", rising(9, 1), List.of(0L), 1);
    assertEquals(9, simulation.trials());
    assertEquals(9 + 6 + 6, simulation.epochs());
    assertEquals(9 + 6 + 6, simulation.seconds());
    assertEquals(List.of(point(8)), simulation.completed());
    assertEquals(8, simulation.stopped().size());
  }

  /** Two workers wait for the round's end: 5 + 4 + 6 seconds. */
  @Test
  void halvingWaitsAtTheEndOfARound() {
    assertEquals(5 + 4 + 6, run("halving", rising(9, 1), List.of(0L), 2).seconds());
  }

  @Test
  void aBudgetEndsItBehindWhatIsUnderWay() {
    Simulation simulation =
        Simulator.run(new Grid(), rising(9, 1), List.of(0L), 2, spent -> spent.seconds() >= 10);
    assertEquals(4, simulation.trials());
    assertEquals(18, simulation.seconds());
  }

  /** A trial that failed in its third epoch, seven seconds in all. */
  @Test
  void whatFailedTakesItsTimeToo() {
    Outcome failed =
        new Outcome(
            Outcome.Ending.FAILED, "no", null, Answers.outcome(0.5, 2).history(), 7, 1, null);
    RecordedArm bad = new RecordedArm("bad", Map.of("f", "bad"), Cost.FREE, Map.of(0L, failed));
    RecordedSpace space =
        new RecordedSpace(List.of(), List.of(bad, arm(1, 1, 0.1), arm(2, 1, 0.2)), null);
    Simulation simulation = run("{type: halving, first: 3}", space, List.of(0L), 1);
    assertEquals(7 + 3 + 3 + 6, simulation.seconds());
    assertEquals(
        "a seed had no validation accuracy after epoch 3", simulation.stopped().get(point(0)));
  }

  /**
   * Of 17 seconds 8.5 are in epochs, of which the first takes half as long as the others: by pencil
   * 5 to epoch 3, and 6 for three further ones. Two go to 3, one on to 6 and to 9.
   */
  @Test
  void partsOfATrialTakeTheirShare() {
    RecordedSpace space =
        new RecordedSpace(List.of(), List.of(slowly("a", 0.1), slowly("b", 0.2)), null);
    Simulation simulation = run("{type: halving, eta: 2, first: 3}", space, List.of(0L), 1);
    assertEquals(5 + 5 + 6 + 6, simulation.seconds(), 1e-9);
  }

  private static RecordedArm slowly(String level, double accuracy) {
    Outcome whole = Answers.outcome(accuracy, FakeSpace.EPOCHS);
    List<Epoch> history = new ArrayList<>(whole.history());
    history.set(0, new Epoch(1, 0.1, 1, 0.5, 1, accuracy, 0.5));
    Outcome slow =
        new Outcome(whole.ending(), "", whole.metrics(), history, 17, 1, whole.provenance());
    return new RecordedArm(level, Map.of("f", level), Cost.FREE, Map.of(0L, slow));
  }

  /** By the clock of this thread, since others run beside it. */
  @Test
  void tenThousandTrialsTakeWellUnderASecond() {
    RecordedSpace space = rising(10_000, 1);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    for (String search : List.of("grid", "halving", "asha", "{type: random, arms: 10000}")) {
      long before = clock.getCurrentThreadCpuTime();
      run(search, space, List.of(0L), 16);
      double seconds = (clock.getCurrentThreadCpuTime() - before) / 1e9;
      assertTrue(seconds < 1, search + " took " + seconds + " s");
    }
  }

  /**
   * Of 729 epochs at least 189 are needed, 81 to epoch 1, 27 on to 3, 9 on to the end; an unlucky
   * order lets more go on. The best of all comes through.
   */
  @Test
  void ashaCostsLittleMoreThanHalving() {
    RecordedSpace space = rising(81, 1);
    for (int seed = 0; seed < 10; seed++) {
      Simulation simulation = run("{type: asha, seed: " + seed + "}", space, List.of(0L), 10);
      assertTrue(simulation.completed().contains(point(80)), "seed " + seed);
      long epochs = simulation.epochs();
      assertTrue(epochs >= 189 && epochs < 300, "seed " + seed + ": " + epochs);
    }
  }
}
