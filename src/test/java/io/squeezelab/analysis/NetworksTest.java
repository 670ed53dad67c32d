package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Contrast.Finding;
import io.squeezelab.experiment.Expected;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Two networks of the SE paper's table 2, with the accuracies of results/se-paper-table-02-small.
 */
class NetworksTest {
  static final List<Result> NONE =
      Made.all(
          Made.arm("ResNet, none", 0.6301, 0.6299, 0.6318),
          Made.arm("VGG, none", 0.7100, 0.7036, 0.7102));

  static final List<Result> SE =
      Made.all(
          Made.arm("ResNet, se", 0.6384, 0.6316, 0.6338),
          Made.arm("VGG, se", 0.7073, 0.7174, 0.7164));

  private static Networks networks(List<Result> results) {
    return Summary.of(Made.networks(results)).networks().orElseThrow();
  }

  /**
   * SciPy 1.17.1, {@code ttest_1samp} of the seeds' means 28, 77.5 and 41 in 10,000: mean 48.83,
   * interval −14.92 to 112.58, p 0.0810.
   */
  @Test
  void theAverageIsTakenSeedBySeed() {
    Contrast se = networks(Made.all(NONE, SE)).average().rows().get(0);
    assertEquals("se", se.label());
    assertEquals(3, se.difference().n());
    assertEquals(0.0048833, se.difference().mean(), 1e-7);
    assertEquals(-0.0014917, se.difference().low(), 1e-7);
    assertEquals(0.0112583, se.difference().high(), 1e-7);
    assertEquals(0.0810, se.p(), 1e-4);
  }

  @Test
  void eachArmIsHeldAgainstItsOwnNetwork() {
    Contrasts own = networks(Made.all(NONE, SE)).own();
    assertEquals(List.of("ResNet, se", "VGG, se"), labels(own));
    assertEquals(0.0040, own.rows().get(0).difference().mean(), 1e-12);
    assertEquals(0.0057667, own.rows().get(1).difference().mean(), 1e-7);
    assertEquals("paired t test, two-sided, Holm's correction over 2 comparisons", own.test());
  }

  @Test
  void saysOverWhat() {
    Networks networks = networks(Made.all(NONE, SE));
    assertEquals("2 networks", networks.over());
    assertEquals("none", networks.average().baseline());
  }

  /** A gain that all networks share is found where a single one shows too little. */
  @Test
  void anAverageIsFoundWhereNoNetworkAloneIs() {
    Networks networks =
        networks(
            Made.all(
                Made.arm("ResNet, none", 0.60, 0.60, 0.60),
                Made.arm("ResNet, se", 0.61, 0.62, 0.60),
                Made.arm("VGG, none", 0.70, 0.70, 0.70),
                Made.arm("VGG, se", 0.7101, 0.70, 0.7199)));
    assertEquals(Finding.ABOVE, networks.average().rows().get(0).finding());
    assertTrue(networks.own().rows().stream().allMatch(r -> r.finding() == Finding.UNTOLD));
  }

  @Test
  void aSeedThatOneNetworkLacksIsInNoAverage() {
    List<Result> two =
        SE.stream().filter(r -> !(r.arm().startsWith("VGG") && r.seed() == 1)).toList();
    Contrast se = networks(Made.all(NONE, two)).average().rows().get(0);
    assertEquals(2, se.difference().n());
    assertEquals((0.0028 + 0.0041) / 2, se.difference().mean(), 1e-9);
  }

  @Test
  void anAttentionWithoutResultsInOneNetworkHasNoAverage() {
    Networks networks =
        networks(
            Made.all(
                NONE, SE.subList(0, 3), List.of(Made.ended("VGG, se", 0, Ending.FAILED, "x"))));
    assertEquals(List.of(), labels(networks.average()));
    assertEquals(List.of("se: VGG, se has no completed trial"), networks.average().missing());
    assertEquals(List.of("ResNet, se"), labels(networks.own()));
  }

  @Test
  void anArmWhoseBaselineTheSearchStoppedIsNotCompared() {
    Result stopped = Made.ended("VGG, none", 1, Ending.STOPPED, "behind");
    Networks networks = networks(Made.all(NONE, SE, List.of(stopped)));
    assertEquals(List.of("ResNet, se"), labels(networks.own()));
    assertTrue(networks.own().missing().get(0).startsWith("VGG, se: its baseline VGG, none"));
  }

  @Test
  void anAttentionThatSomeNetworksLackSaysSo() {
    Networks networks =
        networks(
            Made.all(
                NONE,
                SE,
                Made.arm("VGG, eca", 0.71, 0.72, 0.73),
                Made.arm("deep, none", 0.71, 0.72, 0.73),
                Made.arm("deep, se", 0.72, 0.74, 0.75),
                Made.arm("deep, eca", 0.72, 0.73, 0.75)));
    assertEquals(List.of("se", "eca in 2 of 3"), labels(networks.average()));
  }

  @Test
  void anArmWithoutABaselineOfItsOwnIsNamed() {
    List<Result> alone = Made.arm("deep, se", 0.7, 0.7, 0.8);
    Networks networks = networks(Made.all(NONE, SE, alone));
    assertEquals("2 networks", networks.over());
    assertEquals(List.of("deep, se: no arm is the same with none"), networks.own().missing());
  }

  /** Two axes of attention, and one that the networks do not differ in. */
  @Test
  void levelsOfAllAxesOfAttentionMakeAnAttention() {
    Map<String, Map<String, String>> factors = new LinkedHashMap<>();
    for (String network : List.of("a", "b")) {
      for (String squeeze : List.of("none", "avg", "max")) {
        factors.put(
            network + squeeze,
            Map.of(
                "train.epochs",
                network,
                "attention.squeeze",
                squeeze,
                "placement",
                "pre",
                "data",
                "cifar10"));
      }
    }
    List<String> arms = List.copyOf(factors.keySet());
    List<Result> results = arms.stream().flatMap(arm -> Made.arm(arm, 0.9, 0.91).stream()).toList();
    Study study =
        new Study(
            "t",
            "",
            arms,
            "anone",
            List.of(0L, 1L),
            results,
            Choices.NONE,
            new Design(factors, Expected.NOTHING));
    Networks networks = Summary.of(study).networks().orElseThrow();
    assertEquals("2 levels of train.epochs", networks.over());
    assertEquals(Set.of("amax", "bmax", "aavg", "bavg"), networks.baselines().keySet());
    assertEquals(2, networks.average().rows().size());
    assertTrue(networks.average().rows().get(0).label().contains("avg"));
  }

  @Test
  void withOneNetworkThereIsNothingToMatch() {
    assertTrue(
        Summary.of(Made.networks(Made.all(NONE.subList(0, 3), SE.subList(0, 3))))
            .networks()
            .isEmpty());
    assertTrue(Summary.of(Made.study("a", Made.arm("a", 0.9))).networks().isEmpty());
  }

  private static List<String> labels(Contrasts of) {
    return of.rows().stream().map(Contrast::label).toList();
  }
}
