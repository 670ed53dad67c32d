package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.search.Point;
import io.squeezelab.spec.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of combinations, counted by pencil. */
class ExpansionTest {
  private static final String TRIAL =
      """
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8}
        attention: se
        train: {epochs: 6, rate: {type: constant, base: 0.1}}
      """;

  private static Experiment with(String more) {
    return ExperimentFileTest.read(TRIAL + more);
  }

  private static List<String> labels(Experiment experiment) {
    return experiment.arms().stream().map(Arm::label).toList();
  }

  private static Expansion expansion(Experiment experiment) {
    return experiment.space().expansion().orElseThrow();
  }

  /** Two excitations with a reduction of three values, one without: 2 · 3 + 1 of 9. */
  @Test
  void aFieldThatExistsUnderSomeValuesIsAnAxisThere() {
    Experiment experiment =
        with(
            "axes:\n  attention.excite: [bottleneck, conv1d, {type: bottleneck, bias: true}]\n"
                + "  attention.excite.reduction: [2, 4, 8]\n");
    assertEquals(
        List.of(
            "bottleneck, reduction=2",
            "bottleneck, reduction=4",
            "bottleneck, reduction=8",
            "conv1d",
            "bottleneck bias=true, reduction=2",
            "bottleneck bias=true, reduction=4",
            "bottleneck bias=true, reduction=8"),
        labels(experiment));
    Expansion counts = expansion(experiment);
    assertEquals(9, counts.combinations().intValue());
    assertEquals(2, counts.joined());
    assertEquals(7, counts.left());
    assertEquals(Map.of("attention.excite", "conv1d"), experiment.arms().get(3).factors());
  }

  /** The inner field is written first; tables keep that order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"attention.excite.reduction", "attention.reduction", "attention.excite.hidden-min"})
  void outerFieldsAreSetBeforeThoseInsideThem(String inner) {
    String path = inner.replace("hidden-min", "reduction");
    Experiment experiment =
        with("axes:\n  " + path + ": [2, 4]\n  attention: [se, none, {preset: se, gate: tanh}]\n");
    assertEquals(5, experiment.arms().size());
    assertEquals(
        List.of("reduction=2, se", "none", "reduction=2, se tanh", "reduction=4, se"),
        labels(experiment).subList(0, 4));
    assertEquals(1, expansion(experiment).joined());
  }

  @Test
  void fieldsThatGoTogetherAreOneAxis() {
    Experiment experiment =
        with(
            """
            axes:
              attention.gate: [sigmoid, tanh]
              schedule:
                short: {train.epochs: 10, train.rate.base: 0.2}
                long: {train.epochs: 90, train.rate: {type: cosine, base: 0.1}}
                as it is: {}
            """);
    assertEquals(
        List.of("sigmoid, short", "sigmoid, long", "sigmoid, as it is", "tanh, short"),
        labels(experiment).subList(0, 4));
    assertEquals(6, experiment.arms().size());
    assertEquals(10, experiment.arms().get(0).recipe().train().epochs());
    assertEquals(90, experiment.arms().get(1).recipe().train().epochs());
    assertEquals(6, experiment.arms().get(2).recipe().train().epochs());
    assertEquals("long", experiment.arms().get(1).factors().get("schedule"));
  }

  /** Of a pair, what does not exist is left out; where nothing of it exists it has no meaning. */
  @Test
  void aGroupOfFieldsIsAbsentWhereNoneOfThemExists() {
    Experiment experiment =
        with(
            "axes:\n  attention: [se, none]\n  size:\n    small: {attention.reduction: 16}\n"
                + "    large: {attention.reduction: 2}\n    plain: {}\n");
    assertEquals(List.of("se, small", "se, large", "none"), labels(experiment));
    assertEquals(2, expansion(experiment).joined()); // under none
    assertEquals(1, expansion(experiment).duplicates()); // SE's own reduction is 16
  }

  /** {@code {type: sigmoid}} is sigmoid, and the preset se is written out. */
  @Test
  void equalTrialsAreOneArmAndCounted() {
    Experiment experiment =
        with(
            "axes:\n  attention: [se, {squeeze: avg}]\n"
                + "  attention.gate: [tanh, sigmoid, {type: sigmoid}]\n");
    assertEquals(List.of("se, tanh", "se, \"sigmoid\""), labels(experiment));
    assertEquals(4, expansion(experiment).duplicates());
    assertEquals(0, expansion(experiment).joined());
  }

  /** Whichever is asked for first: what the one says of the reduction, the axis replaces. */
  @Test
  void aValueThatAnInnerAxisReplacesMakesNoDifference() {
    String axes =
        "axes:\n  attention.reduction: [2, 8]\n"
            + "  attention.excite: [bottleneck, {type: bottleneck, reduction: 4}]\n";
    ArmSpace space = with(axes + "search: {type: evolution, arms: 8, population: 4}\n").space();
    assertEquals(Optional.of(new Point(List.of(1, 0))), space.admit(new Point(List.of(1, 1))));
    assertEquals("reduction=8, bottleneck", space.arm(new Point(List.of(1, 1))).label());
  }

  @Test
  void aNamedArmThatIsACombinationGivesItItsName() {
    Experiment experiment =
        with("axes: {attention.gate: [tanh, sigmoid]}\narms: {ours: {attention.gate: sigmoid}}");
    assertEquals(List.of("tanh", "ours"), labels(experiment));
    assertEquals(Map.of("attention.gate", "sigmoid"), experiment.arms().get(1).factors());
  }

  private static final String TWELVE =
      """
      axes:
        attention.squeeze: [avg, max, {type: gem, p: 3}]
        attention.excite: [bottleneck, conv1d]
        attention.gate: [sigmoid, tanh]
      baseline: {attention: none}
      """;

  /** Of the 3 · 2 · 2 combinations; the baseline is one more arm. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exclude: [{attention.gate: tanh}]                                          | 6",
        "exclude: [{attention.gate: tanh, attention.squeeze: avg}]                  | 10",
        "exclude: [{attention.gate: tanh, attention.squeeze: [avg, gem]}]           | 8",
        "exclude: [{attention.gate: tanh}, {attention.squeeze: max}]                | 4",
        "exclude: [{attention.squeeze: {type: gem, p: 3}}]                          | 8",
        "exclude: [{attention.squeeze: {p: 3.0}}]                                   | 8",
        "exclude: [{attention.excite: {reduction: 16}, attention.gate: tanh}]       | 9",
        "exclude: [{attention: se}]                                                 | 11",
        "exclude: [{attention: [se, {preset: se, gate: tanh}]}]                     | 10",
        "exclude: [{attention: {squeeze: max, gate: {type: tanh}}}]                 | 10",
        "exclude: [{attention.reduction: 16}]                                       | 6",
        "exclude: [{train: {epochs: [5, 6]}, attention.squeeze: max}]               | 8",
        "include: [{attention.gate: tanh}]                                          | 6",
        "include: [{attention.gate: tanh}, {attention.squeeze: max}]                | 8",
        "include: [{attention.squeeze: [avg, max]}]; exclude: [{attention.gate: tanh}] | 4",
      })
  void rulesAreComparedWithTheWholeTrial(String rules, int left) {
    Experiment experiment = with(TWELVE + rules.replace("; ", "\n"));
    assertEquals(left, expansion(experiment).left());
    assertEquals(left + 1, experiment.arms().size());
  }

  @Test
  void eachCombinationCountsForTheFirstRuleThatLeavesItOut() {
    Experiment experiment =
        with(TWELVE + "exclude:\n  - {attention.gate: tanh}\n  - {attention.squeeze: max}\n");
    assertEquals(
        List.of(
            new Excluded("{attention.gate: tanh}", "e.yaml:12", 6),
            new Excluded("{attention.squeeze: max}", "e.yaml:13", 2)),
        expansion(experiment).excluded());
  }

  @Test
  void aRuleMayNameALevelOfFieldsThatGoTogether() {
    Experiment experiment =
        with(
            "axes:\n  attention: [se, none]\n  schedule: {short: {train.epochs: 2}, long: {}}\n"
                + "exclude: [{schedule: long, attention: none}]");
    assertEquals(List.of("se, short", "se, long", "none, short"), labels(experiment));
  }

  /**
   * The network has 75,002 parameters; SE adds 2C⌊C/r⌋ for 16, 32 and 64 channels: r = 2 adds 5376
   * (7.2 %), 4 adds 2688 (3.6 %), 8 adds 1344 (1.8 %), 16 adds 672 (0.9 %).
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "params <= +2%       | 3",
        "params <= +1.79%    | 2",
        "params <= 76346     | 3",
        "params <= 76345     | 2",
        "params >= +2%       | 2",
        "params <= baseline  | 1",
        "params >= baseline  | 5",
        "macs <= 60M         | 5",
        "activations <= 1G   | 5",
        "reads >= 1          | 4",
      })
  void constraintsHoldForEveryCombination(String constraint, int left) {
    Experiment experiment =
        with(
            "axes:\n  attention: [none, se]\n  attention.reduction: [2, 4, 8, 16]\n"
                + "arms: {huge: {backbone.width: 64}}\nbaseline: {attention: none}\n"
                + "constraints: ['"
                + constraint
                + "']\n");
    Expansion counts = expansion(experiment);
    assertEquals(left, counts.left());
    assertEquals(5 - left, counts.excluded().get(0).count());
    assertTrue(labels(experiment).contains("huge"), "arms beside the axes are not subject to them");
    assertEquals("none", experiment.baseline());
  }

  /** A combination that makes no sense may be excluded, and is refused otherwise. */
  @Test
  void whatIsExcludedNeedNotMakeSense() {
    String axes =
        "axes:\n  attention.squeeze: [avg, {type: avg, keep: spatial}]\n"
            + "  attention.excite: [bottleneck, conv2d]\n";
    assertThrows(BadInput.class, () -> with(axes));
    String rules =
        "exclude:\n  - {attention.squeeze: {keep: spatial}, attention.excite: bottleneck}\n"
            + "  - {attention.squeeze: {keep: channel}, attention.excite: conv2d}\n";
    assertEquals(2, with(axes + rules).arms().size());
  }

  /**
   * Billions of combinations are not gone through; the baseline is found among them all the same.
   */
  @Test
  void aVastSpaceIsOpenedWhereItIsAskedFor() {
    String levels = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n";
    Experiment experiment =
        with(
            "axes:\n  train.batch: "
                + levels
                + "  train.epochs: "
                + levels
                + "  attention.reduction: "
                + levels
                + "  placement.stages: [all, [1], [2], [3], [1, 2], [1, 3], [2, 3]]\n"
                + "  backbone.width: "
                + levels
                + "  train.label-smoothing: [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08]\n"
                + "  train.clip: "
                + levels
                + "  train.optimizer.momentum: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]\n"
                + "  train.optimizer.weight-decay: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]\n"
                + "  data.augment.crop: [0, 1, 2, 3]\n"
                + "baseline: {attention.reduction: 3, train.epochs: 7, train.batch: 9,"
                + " backbone.width: 4, train.clip: 2}\nsearch: {type: random, arms: 5}\n");
    assertEquals(6 - 1, experiment.arms().size());
    assertEquals(
        List.of(8, 6, 2, 0, 3, 0, 1, 9, 0, 0),
        experiment.space().baseline().map(Point::levels).orElseThrow());
    Expansion counts = expansion(experiment);
    assertEquals("2520000000", counts.combinations().toString());
    assertTrue(counts.seen() < 1000, "looked at " + counts.seen());
  }

  private static final String BIG =
      "axes:\n  train.batch: [32, 5000]\n  data.validation: [1000, 3000]\n"
          + "search: {type: evolution, arms: 8, population: 4}\n";

  /** 6000 images less 3000 leave no batch of 5000. */
  @Test
  void whatMakesNoSenseIsLeftOutWhereNobodyIsThereToBeTold() {
    ArmSpace space = with(BIG).space();
    assertEquals(Optional.empty(), space.admit(new Point(List.of(1, 1))));
    assertEquals(1, space.expansion().orElseThrow().refused());
    String grid = BIG.substring(0, BIG.indexOf("search"));
    assertEquals(
        "e.yaml:7: axes.train.batch[1]: is 5000, but 3000 images are left to train on",
        assertThrows(BadInput.class, () -> with(grid)).getMessage());
  }

  /** A pair of modules has two gates, so that the short path says too little. */
  @Test
  void whatIsAmbiguousIsSaidAtItsPlaceAndNotAtTheSearch() {
    String axes =
        "axes:\n  attention: [se, {type: sequence, of: [se, se]}]\n  attention.gate: [tanh]\n";
    assertEquals(
        "e.yaml:8: axes.attention.gate: 'gate' stands at several places; allowed: of[0].gate,"
            + " of[1].gate",
        assertThrows(BadInput.class, () -> with(axes)).getMessage());
  }

  /** Three arms of six combinations: none has no reduction. */
  @Test
  void aSearchThatGoesAsOutcomesComeHasItsArmsWhenItAsks() {
    Experiment experiment =
        with(
            "axes:\n  attention: [se, none, eca]\n  attention.excite.reduction: [2, 4]\n"
                + "arms: {ours: {attention.reduction: 4}}\nbaseline: {attention: none}\n"
                + "search: {type: evolution, arms: 8, population: 4}\n");
    ArmSpace space = experiment.space();
    assertEquals(List.of("none", "ours"), labels(experiment));
    assertEquals(Optional.of(new Point(List.of(1, -1))), space.baseline());
    assertEquals("none", space.arm(new Point(List.of(1, -1))).label());
    assertEquals("se, reduction=2", space.arm(new Point(List.of(0, 0))).label());
    assertEquals("ours", space.arm(new Point(List.of(0, 1))).label());
    assertEquals(Optional.of(new Point(List.of(1, -1))), space.admit(new Point(List.of(1, 1))));
  }

  /** A combination made of others may have an axis absent that has a meaning in it. */
  @Test
  void whereAMissingLevelIsNeededItIsTheFirst() {
    ArmSpace space =
        with("axes:\n  attention: [se, none]\n  attention.excite.reduction: [2, 4]\n").space();
    assertEquals(Optional.of(new Point(List.of(0, 0))), space.admit(new Point(List.of(0, -1))));
    assertEquals(6, space.epochs(new Point(List.of(0, 0))));
    assertEquals(75_002 + 5376, space.cost(new Point(List.of(0, 0)), "params"));
  }

  @Test
  void labelsSayWhichAxisTheyAreOfWhereThatIsNotClear() {
    Experiment experiment =
        with(
            "axes:\n  attention: [se, none]\n  size: {small: {attention.reduction: 16}, large:"
                + " {attention.reduction: 2}}\n  schedule: {small: {train.epochs: 2}, large:"
                + " {train.epochs: 9}}\n");
    assertEquals(
        List.of(
            "se, small, small",
            "se, small, large",
            "se, large, small",
            "se, large, large",
            "none, schedule=small",
            "none, schedule=large"),
        labels(experiment));
  }

  private static final String HALF = "exclude: [{attention.gate: tanh}]\n";

  /** Of 12 half are excluded, of which the search would have seen some. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "grid",
        "{type: random, arms: 3}",
        "{type: leave-one-out, full: {attention.gate: sigmoid}}",
        "{type: evolution, arms: 5, population: 4}"
      })
  void ofFewCombinationsAllAreCountedWhateverTheSearch(String search) {
    Expansion counts = expansion(with(TWELVE + HALF + "search: " + search + "\n"));
    assertTrue(counts.whole(), counts.toString());
    assertEquals(6, counts.excluded().get(0).count());
    assertEquals(6, counts.left());
  }

  /** An arm that is matched costs as much as many networks: of more than 50 not all are made. */
  @ParameterizedTest
  @CsvSource({
    "'', true",
    "'  match: {params: baseline, free: backbone.width, tolerance: 90%}\n', false"
  })
  void ofMatchedArmsNoMoreAreMadeThanAreAskedFor(String match, boolean whole) {
    String axes = TWELVE + "search: {type: random, arms: 3}\n";
    String epochs = "axes:\n  train.epochs: [1, 2, 3, 4, 5]\n";
    Expansion counts = expansion(with(match + axes.replace("axes:\n", epochs)));
    assertEquals(60, counts.combinations().intValue());
    assertEquals(whole, counts.whole(), counts.toString());
  }

  /** 3 of 12 are asked for, and the baseline. */
  @Test
  void whatIsCountedIsNotWhatIsRun() {
    Experiment experiment = with(TWELVE + "search: {type: random, arms: 3}\n");
    assertEquals(4, experiment.arms().size());
    assertEquals("none", experiment.arms().get(0).label());
  }

  /** Also where the search would never have come to one. */
  @Test
  void aRuleThatFitsNothingIsFoundWhateverTheSearch() {
    String rule = "exclude: [{attention.gate: tanh, attention.excite: {reduction: 3}}]\n";
    assertEquals(
        "e.yaml:11: exclude[0].attention.excite: fits no combination: attention.excite is never"
            + " {reduction: 3} there, but bottleneck, conv1d",
        assertThrows(
                BadInput.class,
                () -> with(TWELVE + rule + "search: {type: random, arms: 1, seed: 3}\n"))
            .getMessage());
  }

  /** In the same words whatever the search, and with the place of what does it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"grid", "{type: random, arms: 3}", "{type: evolution, arms: 5, population: 4}"})
  void whatEmptiesTheAxesIsNamedWithItsLine(String search) {
    String rules =
        "exclude: [{attention.gate: tanh}]\nconstraints:\n  - params <= 10\n  - macs <= 1\n";
    assertEquals(
        "e.yaml:6: axes: leave no arm: all combinations are excluded: 6 by {attention.gate: tanh}"
            + " (e.yaml:11), 6 by params <= 10 (e.yaml:13)",
        assertThrows(BadInput.class, () -> with(TWELVE + rules + "search: " + search + "\n"))
            .getMessage());
  }

  @Test
  void anIncludeThatEmptiesTheAxesIsNamed() {
    String rules = "include: [{attention.gate: tanh}]\nexclude: [{attention.gate: tanh}]\n";
    assertEquals(
        "e.yaml:6: axes: leave no arm: all combinations are excluded: 6 since no include fits"
            + " (e.yaml:11), 6 by {attention.gate: tanh} (e.yaml:12)",
        assertThrows(BadInput.class, () -> with(TWELVE + rules)).getMessage());
  }
}
