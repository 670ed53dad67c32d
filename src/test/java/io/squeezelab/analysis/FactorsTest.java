package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.analysis.Factors.Effect;
import io.squeezelab.analysis.Factors.Margin;
import io.squeezelab.experiment.Expected;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Outcome.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Against statsmodels and NumPy: factors.py made the figures. */
class FactorsTest {
  private static final JsonNode FIGURES =
      Trees.resource(FactorsTest.class, "/statistics/factors.json");

  @Test
  void effectsOfABalancedTableAreThoseOfStatsmodels() {
    Factors factors = factors("balanced");
    assertEffects("balanced", factors);
    assertTrue(factors.balanced());
    assertEquals(36, factors.trials());
  }

  @Test
  void effectsOfAnUnbalancedTableAreThoseOfTypeTwo() {
    Factors factors = factors("unbalanced");
    assertEffects("unbalanced", factors);
    assertFalse(factors.balanced());
    assertTrue(
        factors.remarks().contains("7 of 36 trials have no test accuracy and are left out."));
  }

  @Test
  void marginalMeansAndTheirIntervalsAreThoseOfStatsmodels() {
    for (String table : List.of("balanced", "unbalanced")) {
      List<Margin> margins = factors(table).margins();
      for (JsonNode figure : FIGURES.path(table).path("margins")) {
        Estimate mean =
            margins.stream()
                .filter(m -> m.factor().equals(figure.get(0).asText()))
                .filter(m -> m.level().equals(figure.get(1).asText()))
                .findFirst()
                .orElseThrow()
                .mean();
        assertEquals(figure.get(2).asInt(), mean.n());
        assertEquals(figure.get(3).asDouble(), mean.mean(), 1e-10);
        assertEquals(figure.get(4).asDouble(), mean.low(), 1e-10);
        assertEquals(figure.get(5).asDouble(), mean.high(), 1e-10);
      }
    }
  }

  @Test
  void aFactorOfSomeArmsIsComparedWithinThose() {
    Factors factors = factors("nested");
    assertEffects("nested", factors);
    assertTrue(
        factors
            .remarks()
            .contains("kernel is not in all arms: it is compared within those that have it."));
    assertEquals(3, factors.margins().stream().filter(m -> m.factor().equals("kernel")).count());
    assertFalse(factors.remarks().toString().contains("×"), "no other kernels are to be expected");
  }

  /** Arms that differ from the first in one thing each: those without c are no average of c's. */
  @Test
  void armsWithoutAFactorAreNoneOfItsLevels() {
    Map<String, Map<String, String>> arms = new LinkedHashMap<>();
    arms.put("plain", Map.of("a", "a1"));
    arms.put("other", Map.of("a", "a2"));
    arms.put("c1", Map.of("a", "a1", "c", "c1"));
    arms.put("c2", Map.of("a", "a1", "c", "c2"));
    List<Result> results =
        Made.all(
            Made.arm("plain", 0.80, 0.81),
            Made.arm("other", 0.70, 0.71),
            Made.arm("c1", 0.90, 0.91),
            Made.arm("c2", 0.92, 0.93));
    Factors factors = Factors.of(study(List.copyOf(arms.keySet()), results, arms));
    assertEquals(
        List.of(List.of("a"), List.of("c"), List.of("c at all"), List.of("seed")),
        factors.effects().stream().map(Effect::factors).toList());
    assertEquals(0.01 * 0.01 * 4, factors.effects().get(1).squares(), 1e-12);
    List<Margin> c = factors.margins().stream().filter(m -> m.factor().equals("c")).toList();
    assertEquals(0.905, c.get(0).mean().mean(), 1e-12);
    assertEquals(0.925, c.get(1).mean().mean(), 1e-12);
  }

  @Test
  void sharesOfABalancedTableSumToOne() {
    Factors factors = factors("balanced");
    double shares = factors.effects().stream().mapToDouble(Effect::eta).sum();
    assertEquals(1, shares + factors.error().eta(), 1e-12);
  }

  @Test
  void importanceHasAllThatAFactorTakesPartIn() {
    Factors factors = factors("balanced");
    double gate =
        factors.effects().stream()
            .filter(e -> e.factors().contains("gate"))
            .mapToDouble(Effect::eta)
            .sum();
    assertEquals("gate", factors.importance().get(1).factor());
    assertEquals(gate, factors.importance().get(1).share(), 1e-12);
  }

  /**
   * By pencil: cells 1 2 / 3 8 (in hundredths) about their mean 3.5; rows 1.5 and 5.5, columns 2
   * and 5: squares 16, 9 and 4 for the interaction, and nothing is left over.
   */
  @Test
  void oneSeedGivesSquaresButNoTest() {
    Factors factors = Factors.of(grid(1, 0.01, 0.02, 0.03, 0.08));
    double[] squares = factors.effects().stream().mapToDouble(Effect::squares).toArray();
    assertEquals(16e-4, squares[0], 1e-12);
    assertEquals(9e-4, squares[1], 1e-12);
    assertEquals(4e-4, squares[2], 1e-12);
    assertEquals(0, factors.error().freedom());
    assertTrue(factors.effects().stream().allMatch(e -> Double.isNaN(e.f())));
    assertTrue(factors.effects().stream().allMatch(e -> Double.isNaN(e.p())));
    assertTrue(factors.remarks().toString().contains("more seeds would give it"));
    assertEquals(0.015, factors.margins().get(0).mean().mean(), 1e-12);
    assertEquals(4, factors.cells().size());
    assertEquals(0.08, factors.cells().get(3).mean().mean());
  }

  @Test
  void equalAccuraciesGiveNoTest() {
    Factors factors = Factors.of(grid(3, 0.9, 0.9, 0.9, 0.9));
    assertTrue(factors.effects().stream().allMatch(e -> Double.isNaN(e.f())));
  }

  /** Three of four combinations determine both main effects, and no interaction. */
  @Test
  void whatCannotBeToldIsLeftOutWithARemark() {
    Factors factors = Factors.of(grid(2, 0.91, 0.92, 0.95));
    assertEquals(
        List.of(List.of("a"), List.of("b"), List.of("seed")),
        factors.effects().stream().map(Effect::factors).toList());
    assertTrue(factors.remarks().toString().contains("a × b cannot be told"));
    assertEquals(0.96, factors.margins().get(1).mean().mean(), 1e-12); // of 0.955 and 0.965
  }

  @Test
  void trialsThatDidNotCompleteAreCounted() {
    Study whole = grid(2, 0.91, 0.92, 0.93, 0.95);
    List<Result> results = new ArrayList<>(whole.results());
    results.set(0, Made.ended("a1, b1", 0, Ending.DIVERGED, "loss is NaN"));
    Factors factors = Factors.of(study(whole.arms(), results, whole.design().factors()));
    assertEquals(7, factors.trials());
    assertTrue(factors.remarks().contains("1 of 8 trials have no test accuracy and are left out."));
  }

  /** The seed that is left adds a hundredth to all: 0.92 there, 0.91 in the other, by the model. */
  @Test
  void aCombinationThatLacksASeedHasNoAdvantageOfIt() {
    Study whole = grid(2, 0.91, 0.92, 0.93, 0.95);
    List<Result> results = new ArrayList<>(whole.results());
    results.set(0, Made.ended("a1, b1", 0, Ending.DIVERGED, "loss is NaN"));
    Factors factors = Factors.of(study(whole.arms(), results, whole.design().factors()));
    assertEquals(0.915, factors.cells().get(0).mean().mean(), 1e-12);
    assertEquals(1, factors.cells().get(0).mean().n());
    assertEquals(0.925, factors.cells().get(1).mean().mean(), 1e-12);
  }

  /** Of 18 × 18 levels the model has no interactions, which means of combinations must not lose. */
  @Test
  void withoutAnInteractionInTheModelTrialsSpeakForThemselves() {
    Map<String, Map<String, String>> arms = new LinkedHashMap<>();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 18 * 18 - 1; i++) {
      arms.put("arm" + i, new TreeMap<>(Map.of("a", "a" + i / 18, "b", "b" + i % 18)));
      results.add(Made.done("arm" + i, 0, i == 0 ? 0.9 : 0.5));
    }
    Factors factors = Factors.of(study(List.copyOf(arms.keySet()), results, arms));
    assertEquals(0.9, factors.cells().get(0).mean().mean(), 1e-12);
    String says = "323 of 323 means of a × b are of the trials as they are";
    assertTrue(factors.remarks().toString().contains(says), factors.remarks().toString());
  }

  @Test
  void anArmBesideTheGridIsNamedAndLeftOut() {
    Study whole = grid(2, 0.91, 0.92, 0.93, 0.95);
    List<String> arms = new ArrayList<>(whole.arms());
    arms.add("none");
    List<Result> results = Made.all(whole.results(), Made.arm("none", 0.5, 0.5));
    Factors factors = Factors.of(study(arms, results, whole.design().factors()));
    assertEquals(8, factors.trials());
    assertTrue(factors.remarks().contains("none is no combination of the axes and is left out."));
  }

  @Test
  void withoutFactorsThereIsNothingToCompare() {
    Factors factors = Factors.of(Made.study(null, Made.arm("se", 0.9, 0.91)));
    assertEquals(List.of(), factors.effects());
    assertTrue(factors.remarks().toString().contains("nothing to compare"));
  }

  private static void assertEffects(String table, Factors factors) {
    List<Effect> all = new ArrayList<>(factors.effects());
    all.add(factors.error());
    List<String> found = all.stream().map(e -> e.factors().toString()).toList();
    for (JsonNode figure : FIGURES.path(table).path("effects")) {
      List<String> of = texts(figure.path("factors"));
      Effect effect = all.get(found.indexOf(of.toString()));
      assertEquals(figure.path("squares").asDouble(), effect.squares(), 1e-14, of.toString());
      assertEquals(figure.path("freedom").asInt(), effect.freedom(), of.toString());
      if (!figure.path("f").isNull()) {
        assertEquals(figure.path("f").asDouble(), effect.f(), 1e-8, of.toString());
        assertEquals(figure.path("p").asDouble(), effect.p(), 1e-10, of.toString());
      }
      if (figure.has("eta")) {
        assertEquals(figure.path("eta").asDouble(), effect.eta(), 1e-10, of.toString());
      }
    }
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Factors factors(String table) {
    List<Result> results = new ArrayList<>();
    Map<String, Map<String, String>> arms = new LinkedHashMap<>();
    for (JsonNode row : FIGURES.path(table).path("rows")) {
      Map<String, String> levels = new LinkedHashMap<>();
      row.properties().stream()
          .filter(e -> !Set.of("seed", "y").contains(e.getKey()))
          .filter(e -> !e.getValue().asText().equals("-"))
          .forEach(e -> levels.put(e.getKey(), e.getValue().asText()));
      String label = levels.toString();
      arms.put(label, levels);
      results.add(Made.done(label, row.path("seed").asLong(), row.path("y").asDouble()));
    }
    return Factors.of(study(List.copyOf(arms.keySet()), results, arms));
  }

  /** Two factors of two levels; each seed adds a hundredth to all. */
  private static Study grid(int seeds, double... cells) {
    List<Result> results = new ArrayList<>();
    Map<String, Map<String, String>> arms = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      String a = "a" + (1 + i / 2);
      String b = "b" + (1 + i % 2);
      Map<String, String> levels = new LinkedHashMap<>();
      levels.put("a", a);
      levels.put("b", b);
      arms.put(a + ", " + b, levels);
      for (int seed = 0; seed < seeds; seed++) {
        results.add(Made.done(a + ", " + b, seed, cells[i] + 0.01 * seed));
      }
    }
    return study(List.copyOf(arms.keySet()), results, arms);
  }

  private static Study study(
      List<String> arms, List<Result> results, Map<String, Map<String, String>> factors) {
    Set<Long> seeds = new TreeSet<>();
    results.forEach(r -> seeds.add(r.seed()));
    Design design = new Design(factors, Expected.NOTHING);
    return new Study("grid", "", arms, null, List.copyOf(seeds), results, Choices.NONE, design);
  }
}
