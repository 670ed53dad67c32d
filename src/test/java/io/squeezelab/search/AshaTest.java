package io.squeezelab.search;

import static io.squeezelab.search.FakeSpace.point;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.Bind;
import io.squeezelab.trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AshaTest {
  private static final List<Long> SEED = List.of(5L);

  private static double accuracy(Ask ask) {
    return ask.point().levels().get(0) / 100.0;
  }

  private static Strategy start(FakeSpace space, List<Long> seeds) {
    return Bind.inline(Search.class, "asha").start(space, seeds);
  }

  /** By pencil, with one worker: whoever is best of three goes on before a fourth begins. */
  @Test
  void promotesAsSoonAsItCan() {
    List<Ask> asks = Answers.run(start(new FakeSpace(9), SEED), AshaTest::accuracy);
    assertEquals(List.of(1, 1, 1, 3), asks.stream().map(Ask::epochs).limit(4).toList());
    Point best =
        asks.subList(0, 3).stream()
            .map(Ask::point)
            .max((a, b) -> a.levels().get(0) - b.levels().get(0))
            .orElseThrow();
    assertEquals(best, asks.get(3).point());
  }

  /** Whatever the order, in the end a third of each rung or a little more has gone on. */
  @Test
  void theBestArmIsTrainedToItsEnd() {
    for (long order = 0; order < 20; order++) {
      List<Ask> asks = Answers.run(start(new FakeSpace(27), SEED), AshaTest::accuracy, 4, order);
      Map<Point, Set<Integer>> epochs = Answers.epochs(asks);
      assertEquals(27, epochs.size());
      assertTrue(epochs.get(point(26)).contains(0), "order " + order);
      long further = epochs.values().stream().filter(e -> e.contains(3)).count();
      assertTrue(further >= 9 && further <= 14, further + " of 27 went on");
    }
  }

  /** Of seven arms two pass the first comparison, which are too few for a third of them. */
  @Test
  void oneArmIsTrainedToItsEndHoweverFewThereAre() {
    for (int arms = 2; arms < 9; arms++) {
      Strategy strategy = start(new FakeSpace(arms).baseline(0), SEED);
      List<Ask> asks = Answers.run(strategy, AshaTest::accuracy, 2, arms);
      List<Point> whole =
          asks.stream().filter(ask -> ask.epochs() == 0).map(Ask::point).distinct().toList();
      assertEquals(List.of(point(0), point(arms - 1)), whole, arms + " arms");
      assertEquals(arms - 2, strategy.stopped().size(), arms + " arms");
    }
  }

  @Test
  void isTheSameAgainWithOneWorker() {
    assertEquals(
        Answers.run(start(new FakeSpace(27), SEED), AshaTest::accuracy),
        Answers.run(start(new FakeSpace(27), SEED), AshaTest::accuracy));
  }

  @Test
  void theBaselineIsTrainedInFullFirst() {
    List<Ask> asks = Answers.run(start(new FakeSpace(9).baseline(0), SEED), AshaTest::accuracy);
    assertEquals(new Ask(point(0), 5, 0), asks.get(0));
    assertEquals(Set.of(0), Answers.epochs(asks).get(point(0)));
  }

  @Test
  void saysWhereEachWaits() {
    Strategy strategy = start(new FakeSpace(9), SEED);
    List<Ask> asks = Answers.run(strategy, AshaTest::accuracy);
    Set<Point> whole = Answers.epochs(asks).keySet();
    long ended = Answers.epochs(asks).values().stream().filter(e -> e.contains(0)).count();
    assertEquals(whole.size() - ended, strategy.stopped().size());
    assertEquals("place 9 of 9 after epoch 1; 3 went on", strategy.stopped().get(point(0)));
  }

  /**
   * Cut off after any number of answers, and brought back by what is stored: no trial that was
   * asked for is left behind, and none of the arms that went on is stopped now.
   */
  @Test
  void goesOnWhereItWasCutOff() {
    FakeSpace space = new FakeSpace(27);
    List<Long> seeds = List.of(1L, 2L);
    for (int cut = 1; cut < 60; cut++) {
      Strategy first = start(space, seeds);
      List<Ask> answered = new ArrayList<>();
      List<Ask> running = new ArrayList<>();
      while (answered.size() < cut) {
        Optional<Ask> ask = running.size() < 4 ? first.ask() : Optional.empty();
        if (ask.isPresent()) {
          running.add(ask.get());
        } else if (running.isEmpty()) {
          break;
        } else {
          Ask ended = running.remove(running.size() / 2);
          answered.add(ended);
          first.tell(ended, Answers.to(ended, accuracy(ended)));
        }
      }
      Strategy second = start(space, seeds);
      for (Ask ask : answered) {
        second.recall(ask.point(), ask.seed(), Answers.to(ask, accuracy(ask)));
      }
      List<Ask> rest = Answers.run(second, AshaTest::accuracy);
      for (Ask ask : rest) {
        assertFalse(answered.contains(ask) && ask.epochs() > 0, "twice: " + ask);
      }
      List<Ask> all = new ArrayList<>(answered);
      all.addAll(rest);
      assertTrue(Answers.epochs(all).get(point(26)).contains(0), "cut at " + cut);
      assertEquals(27, Answers.points(all).size());
      for (Ask ask : answered) {
        String why = second.stopped().getOrDefault(ask.point(), "");
        assertFalse(
            ask.epochs() == 3 && why.contains("after epoch 1;"), "went on and is stopped: " + ask);
      }
    }
  }

  /** Failed on the way to its second comparison: it came past the first, and is out. */
  @Test
  void recallsWhatFailed() {
    Strategy strategy = start(new FakeSpace(3), SEED);
    Outcome broken =
        new Outcome(
            Outcome.Ending.FAILED, "no", null, Answers.outcome(0.9, 2).history(), 1, 1, null);
    strategy.recall(point(0), 5, broken);
    strategy.recall(point(1), 5, Answers.outcome(0.1, 1));
    strategy.recall(point(2), 5, Answers.outcome(0.2, 1));
    assertEquals(Optional.empty(), strategy.ask()); // one of three has gone on
    assertEquals(
        "a seed had no validation accuracy after epoch 3", strategy.stopped().get(point(0)));
  }
}
