package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Outcome.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Against SciPy: ranks.py made the figures. */
class RanksTest {
  private static final JsonNode FIGURES = Trees.resource(RanksTest.class, "/statistics/ranks.json");

  @Test
  void friedmansTestIsScipys() {
    JsonNode figures = FIGURES.path("friedman");
    List<Study> studies = new ArrayList<>();
    for (JsonNode block : figures.path("blocks")) {
      studies.add(study("set-" + studies.size(), KendallTest.numbers(block)));
    }
    Ranks ranks = Ranks.of(studies);
    double[] means = KendallTest.numbers(figures.path("ranks"));
    Map<String, Double> found =
        ranks.ranks().stream().collect(Collectors.toMap(Ranks.Rank::label, Ranks.Rank::mean));
    for (int arm = 0; arm < means.length; arm++) {
      assertEquals(means[arm], found.get("arm" + arm), 1e-12);
    }
    assertEquals(figures.path("p").asDouble(), ranks.p(), 1e-12);
    assertEquals(figures.path("davenport").asDouble(), ranks.davenport(), 1e-12);
    assertEquals(figures.path("distance").asDouble(), ranks.distance(), 1e-6);
  }

  @Test
  void studentizedRangeIsScipys() {
    for (JsonNode figure : FIGURES.path("range")) {
      StudentizedRange of = new StudentizedRange(figure.get(0).asInt());
      double probability = figure.get(1).asDouble();
      assertEquals(figure.get(2).asDouble(), of.quantile(probability), 1e-6);
    }
  }

  /** Demšar 2006, table 5 (a): q / √2 at 5 %, for 2 to 10 classifiers. */
  @Test
  void criticalValuesAreThePublishedOnes() {
    double[] published = {1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164};
    for (int k = 2; k <= 10; k++) {
      double value = new StudentizedRange(k).quantile(0.95) / Math.sqrt(2);
      assertEquals(published[k - 2], value, 0.001);
    }
  }

  /** Two arms on two sets: q(2) √(2 · 3 / 24) = 2.7718 / 2 = 1.386. */
  @Test
  void armsThatDifferByLessThanTheDistanceAreOneGroup() {
    Ranks ranks = Ranks.of(List.of(study("a", 0.8, 0.9), study("b", 0.8, 0.9)));
    assertEquals(1.386, ranks.distance(), 0.001);
    assertEquals(List.of(List.of("arm1", "arm0")), ranks.groups());
    assertEquals(List.of("a", "b"), ranks.blocks());
  }

  @Test
  void armsFartherApartAreInNoGroupTogether() {
    List<Study> studies = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      studies.add(study("set-" + i, 0.80, 0.85, 0.95));
    }
    Ranks ranks = Ranks.of(studies);
    assertEquals(0.957, ranks.distance(), 0.001); // 2.343 √(3 · 4 / 72)
    assertEquals(List.of(), ranks.groups());
    assertEquals(0, ranks.davenport(), 1e-12);
  }

  @Test
  void equalMeansShareTheirRank() {
    Ranks ranks = Ranks.of(List.of(study("a", 0.9, 0.9, 0.8), study("b", 0.9, 0.9, 0.8)));
    assertEquals(List.of(1.5, 1.5, 3.0), ranks.ranks().stream().map(Ranks.Rank::mean).toList());
  }

  @Test
  void anArmThatADataSetLacksIsNamedAndLeftOut() {
    Result failed = Made.ended("arm1", 0, Ending.FAILED, "killed");
    List<Result> without = Made.all(Made.arm("arm0", 0.9), List.of(failed));
    Study b = new Study("b", "", List.of("arm0", "arm1"), null, without);
    Ranks ranks = Ranks.of(List.of(study("a", 0.9, 0.8), b));
    assertEquals(1, ranks.ranks().size());
    assertEquals(List.of("arm1 is not ranked: b has no finished mean of it."), ranks.missing());
  }

  @Test
  void oneDataSetRanksButTestsNothing() {
    Ranks ranks = Ranks.of(List.of(study("a", 0.9, 0.8)));
    assertEquals("arm0", ranks.ranks().get(0).label());
    assertEquals(Double.NaN, ranks.p());
    assertEquals(Double.NaN, ranks.distance());
  }

  @Test
  void nothingToRankIsNoFault() {
    assertEquals(List.of(), Ranks.of(List.of()).ranks());
  }

  private static Study study(String name, double... top1) {
    List<Result> results = new ArrayList<>();
    for (int arm = 0; arm < top1.length; arm++) {
      results.addAll(Made.arm("arm" + arm, top1[arm]));
    }
    List<String> arms = results.stream().map(Result::arm).toList();
    return new Study(name, "", arms, null, results);
  }
}
