package io.squeezelab.search;

import static io.squeezelab.search.FakeSpace.point;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvolutionTest {
  private static final List<Long> SEEDS = List.of(0L, 1L);

  private static Strategy start(String fields, FakeSpace space) {
    return Bind.inline(Search.class, "{type: evolution, " + fields + "}").start(space, SEEDS);
  }

  /** A hill: the nearer each level is to 7, the better. */
  private static double hill(Ask ask) {
    double far = ask.point().levels().stream().mapToDouble(level -> Math.abs(level - 7)).sum();
    return 1 - far / 100 + ask.seed() / 1000.0;
  }

  private static double best(List<Ask> asks) {
    return asks.stream().mapToDouble(EvolutionTest::hill).max().orElseThrow();
  }

  @Test
  void asksTheSameOfAnyNumberOfWorkers() {
    for (String fields : List.of("arms: 60", "arms: 60, costs: [macs]")) {
      List<Ask> one = Answers.run(start(fields, new FakeSpace(9, 9, 9, 9)), EvolutionTest::hill);
      for (int workers = 2; workers < 12; workers++) {
        Strategy strategy = start(fields, new FakeSpace(9, 9, 9, 9));
        assertEquals(one, Answers.run(strategy, EvolutionTest::hill, workers, workers), fields);
      }
    }
  }

  /** Of 10,000 combinations 150 are tried; as many at random come nowhere near as close. */
  @Test
  void climbsHigherThanRandomSearch() {
    int better = 0;
    for (int seed = 0; seed < 20; seed++) {
      FakeSpace space = new FakeSpace(10, 10, 10, 10);
      List<Ask> evolved =
          Answers.run(start("arms: 150, seed: " + seed, space), EvolutionTest::hill);
      List<Ask> random =
          Answers.run(new Random(150, seed).start(space, SEEDS), EvolutionTest::hill);
      better += best(evolved) > best(random) ? 1 : 0;
    }
    assertTrue(better >= 17, better + " of 20");
  }

  @Test
  void asksForNoArmTwice() {
    List<Ask> asks = Answers.run(start("arms: 1000", new FakeSpace(5, 5, 5)), EvolutionTest::hill);
    assertEquals(2 * 125, asks.size());
    assertEquals(250, new HashSet<>(asks).size());
  }

  @Test
  void beginsWithTheBaseline() {
    List<Ask> asks =
        Answers.run(
            start("arms: 3, population: 2, sample: 2", new FakeSpace(9, 9).baseline(4, 4)),
            EvolutionTest::hill);
    assertEquals(
        List.of(new Ask(point(4, 4), 0, 0), new Ask(point(4, 4), 1, 0)), asks.subList(0, 2));
    assertEquals(6, asks.size());
  }

  /** One parent, one factor: every arm after the random ones is a neighbour of one before. */
  @Test
  void aChildDiffersFromItsParentInOneFactor() {
    List<Point> arms =
        Answers.points(
            Answers.run(
                start("arms: 80, parallel: 1", new FakeSpace(9, 9, 9)), EvolutionTest::hill));
    for (int i = 16; i < arms.size(); i++) {
      List<Integer> child = arms.get(i).levels();
      assertTrue(
          arms.subList(0, i).stream()
              .anyMatch(
                  p ->
                      IntStream.range(0, 3)
                              .filter(f -> !p.levels().get(f).equals(child.get(f)))
                              .count()
                          == 1),
          "arm " + i);
    }
  }

  /** Regularised: once the first has left the population it is nobody's parent, good as it is. */
  @Test
  void theOldestGoes() {
    FakeSpace space = new FakeSpace(50, 50).baseline(0, 0);
    List<Point> arms =
        Answers.points(
            Answers.run(
                start("arms: 40, population: 2, sample: 2, parallel: 1", space),
                ask -> ask.point().equals(point(0, 0)) ? 1 : 0.5));
    long late =
        arms.subList(4, 40).stream()
            .filter(p -> p.levels().get(0) == 0 || p.levels().get(1) == 0)
            .count();
    Set<Integer> first = new HashSet<>();
    arms.subList(4, 40).forEach(p -> first.add(p.levels().get(0)));
    assertTrue(late < 20, late + " of 36 look like the first");
    assertTrue(first.size() > 3, "the line moves away: " + first);
  }

  @Test
  void rulesAndAbsentFactorsHold() {
    FakeSpace space =
        new FakeSpace(3, 6, 4).conditional().only(point -> point.levels().get(2) != 3);
    List<Ask> asks = Answers.run(start("arms: 100", space), ask -> 0.5);
    Set<Point> arms = new HashSet<>(Answers.points(asks));
    assertEquals(new HashSet<>(new Grid().points(space).orElseThrow()), arms);
    assertEquals(2 * 3 + 6 * 3, arms.size());
  }

  /** What never completes is asked for once, and is no parent. */
  @Test
  void failedArmsAreNoParents() {
    Strategy strategy =
        start("arms: 60, parallel: 1, population: 4, sample: 4", new FakeSpace(2, 200));
    int bad = 0;
    for (Optional<Ask> ask = strategy.ask(); ask.isPresent(); ask = strategy.ask()) {
      boolean fails = ask.get().point().levels().get(0) == 1;
      bad += fails ? 1 : 0;
      strategy.tell(ask.get(), fails ? Answers.diverged() : Answers.to(ask.get(), 0.5));
    }
    assertTrue(bad > 0 && bad < 2 * 45, bad + " of 120 trials");
  }

  /**
   * Accuracy is the sum of the levels' squares and cost the sum of the levels: with the costs, arms
   * along the whole front are found, also cheap ones, which accuracy alone leaves behind.
   */
  @Test
  void costsKeepCheapArms() {
    FakeSpace space = new FakeSpace(10, 10, 10);
    List<Point> alone = last(start("arms: 200, seed: 1", space));
    List<Point> front = last(start("arms: 200, seed: 1, costs: [macs]", space));
    assertTrue(spread(front) > spread(alone), spread(front) + " against " + spread(alone));
  }

  private static List<Point> last(Strategy strategy) {
    List<Point> arms =
        Answers.points(
            Answers.run(
                strategy, ask -> ask.point().levels().stream().mapToInt(l -> l * l).sum() / 243.0));
    return arms.subList(150, 200);
  }

  private static int spread(List<Point> arms) {
    int[] sums =
        arms.stream().mapToInt(p -> p.levels().stream().mapToInt(l -> l).sum()).sorted().toArray();
    return sums[45] - sums[5];
  }

  /** Fixed numbers: they must not change with a Java version or a library's. */
  @Test
  void isTheSameOnEveryJava() {
    List<Ask> asks =
        Answers.run(start("arms: 40, costs: [macs]", new FakeSpace(9, 9)), EvolutionTest::hill);
    assertEquals(
        List.of(point(1, 3), point(3, 6), point(0, 0)), Answers.points(asks).subList(37, 40));
  }

  @Test
  void needsAValidationSplit() {
    Problem problem =
        assertThrows(Problem.class, () -> start("arms: 17", new FakeSpace(3).unvalidated()));
    assertEquals("chooses by validation accuracy, but data.validation is 0", problem.getMessage());
  }

  @Test
  void aPopulationThatLeavesNoArmToBreedIsRefused() {
    Problem problem = assertThrows(Problem.class, () -> start("arms: 16", new FakeSpace(9)));
    assertEquals("arms", problem.path());
  }
}
