package io.squeezelab.search;

import static io.squeezelab.search.FakeSpace.point;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nine arms of nine epochs, eta 3: by pencil 9 to epoch 1, 3 to epoch 3, 1 to the end. */
class HalvingTest {
  private static final List<Long> SEEDS = List.of(0L, 1L);

  private static Search of(String text) {
    return Bind.inline(Search.class, text);
  }

  /** The higher its level, the better; seeds differ by a little. */
  private static double accuracy(Ask ask) {
    return ask.point().levels().get(0) / 10.0 + ask.seed() / 100.0;
  }

  private static Strategy start(String text, FakeSpace space) {
    return of(text).start(space, SEEDS);
  }

  @Test
  void aThirdGoesOnFromEachComparison() {
    List<Ask> asks = Answers.run(start("halving", new FakeSpace(9)), HalvingTest::accuracy);
    assertEquals(2 * (9 + 3 + 1), asks.size());
    Map<Point, Set<Integer>> epochs = Answers.epochs(asks);
    assertEquals(Set.of(1), epochs.get(point(0)));
    assertEquals(Set.of(1, 3), epochs.get(point(7)));
    assertEquals(Set.of(1, 3, 0), epochs.get(point(8)));
  }

  @Test
  void saysWhereEachWasStopped() {
    Strategy strategy = start("halving", new FakeSpace(9));
    Answers.run(strategy, HalvingTest::accuracy);
    assertEquals(8, strategy.stopped().size());
    assertEquals(
        "place 9 of 9 after epoch 1; the first 3 went on", strategy.stopped().get(point(0)));
    assertEquals(
        "place 2 of 3 after epoch 3; the first 1 went on", strategy.stopped().get(point(7)));
  }

  @Test
  void asksTheSameOfAnyNumberOfWorkers() {
    List<Ask> one = Answers.run(start("halving", new FakeSpace(9)), HalvingTest::accuracy);
    for (long order = 0; order < 20; order++) {
      assertEquals(
          one, Answers.run(start("halving", new FakeSpace(9)), HalvingTest::accuracy, 5, order));
    }
  }

  /** The worst of all: it is trained in full, at first, and eight others share the places. */
  @Test
  void theBaselineIsNeverStopped() {
    Strategy strategy = start("halving", new FakeSpace(9).baseline(0));
    List<Ask> asks = Answers.run(strategy, HalvingTest::accuracy);
    assertEquals(new Ask(point(0), 0, 0), asks.get(0));
    assertEquals(Set.of(0), Answers.epochs(asks).get(point(0)));
    assertEquals(2 * (1 + 8 + 2 + 1), asks.size());
    assertEquals(Optional.empty(), Optional.ofNullable(strategy.stopped().get(point(0))));
  }

  /** The best on one seed alone; its mean decides, and both its seeds stop. */
  @Test
  void seedsStopAndGoOnTogether() {
    List<Ask> asks =
        Answers.run(
            start("halving", new FakeSpace(9)),
            ask -> ask.point().equals(point(0)) ? (ask.seed() == 0 ? 0.99 : 0) : accuracy(ask));
    assertEquals(Set.of(1), Answers.epochs(asks).get(point(0)));
    assertEquals(2, asks.stream().filter(ask -> ask.point().equals(point(0))).count());
  }

  @Test
  void whatDivergedDoesNotGoOn() {
    Strategy strategy = start("halving", new FakeSpace(3));
    for (Optional<Ask> ask = strategy.ask(); ask.isPresent(); ask = strategy.ask()) {
      boolean best = ask.get().point().equals(point(2));
      strategy.tell(
          ask.get(),
          best && ask.get().seed() == 1
              ? Answers.diverged()
              : Answers.to(ask.get(), accuracy(ask.get())));
    }
    assertEquals(
        "a seed had no validation accuracy after epoch 1", strategy.stopped().get(point(2)));
    assertEquals(Set.of(point(0), point(2)), strategy.stopped().keySet());
  }

  @Test
  void takesItsArmsFromAnotherSearch() {
    List<Ask> asks =
        Answers.run(
            start(
                "{type: halving, of: {type: random, arms: 4}, eta: 2, first: 2}", new FakeSpace(9)),
            HalvingTest::accuracy);
    assertEquals(4, Answers.points(asks).size());
    assertEquals(2 * (4 + 2 + 1 + 1), asks.size()); // to 2, 4, 8 and the end
  }

  private static String refused(String text, FakeSpace space) {
    return assertThrows(Problem.class, () -> of(text).points(space)).getMessage();
  }

  @Test
  void needsAValidationSplit() {
    assertEquals(
        "chooses by validation accuracy, but data.validation is 0",
        refused("halving", new FakeSpace(9).unvalidated()));
  }

  @Test
  void needsArmsThatAreKnownBeforehand() {
    assertEquals(
        "needs arms that are known beforehand: grid, random, one-factor, …",
        refused("{type: halving, of: {type: evolution, arms: 17}}", new FakeSpace(9)));
  }

  @Test
  void theFirstComparisonComesBeforeTheEnd() {
    assertEquals(
        "must be below the epochs of a trial, 9",
        refused("{type: asha, first: 9}", new FakeSpace(9)));
  }
}
