package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.Attention;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Document;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file becomes arms, seeds and trials. */
class ExperimentFileTest {
  private static final String TRIAL =
      """
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: se
        train: {epochs: 1, rate: {type: constant, base: 0.1}}
      """;

  static Experiment read(String text) {
    return ExperimentFile.read(Document.parse("e.yaml", text), "e");
  }

  private static Experiment with(String more) {
    return read(TRIAL + more);
  }

  private static List<String> labels(String more) {
    return with(more).arms().stream().map(Arm::label).toList();
  }

  @Test
  void withoutAxesThereIsOneArmAndOneSeed() {
    Experiment one = with("");
    assertEquals(List.of("trial"), labels(""));
    assertEquals(List.of(0L), one.seeds());
    assertNull(one.baseline());
    assertEquals("e", one.name());
    assertEquals(1, one.trials().size());
  }

  /**
   * Changes of one arm may need each other: a batch that the data allow only with less held out.
   */
  @Test
  void namedArmsChangeSeveralFieldsAtOnce() {
    String arms =
        "arms: {small: {train.batch: 32, attention.gate: tanh}, se max: {attention: se-max}}";
    assertEquals(List.of("small", "se max"), labels(arms));
    Arm small = with(arms).arms().get(0);
    assertEquals(32, small.recipe().train().batch());
    assertEquals(Bind.inline(Attention.class, "se-tanh"), small.recipe().attention());
    assertEquals(Map.of("train.batch", "batch=32", "attention.gate", "tanh"), small.factors());
    assertEquals(
        List.of("avg", "max", "small"),
        labels("axes: {attention.squeeze: [avg, max]}\narms: {small: {train.batch: 32}}"));
  }

  @Test
  void theFirstAxisIsOutermost() {
    assertEquals(
        List.of("avg, sigmoid", "avg, tanh", "avg, relu", "max, sigmoid", "max, tanh", "max, relu"),
        labels("axes: {attention.squeeze: [avg, max], attention.gate: [sigmoid, tanh, relu]}"));
  }

  @Test
  void trialsRunSeedBySeed() {
    List<String> order =
        with("axes: {attention.squeeze: [avg, max]}\nseeds: 2").trials().stream()
            .map(planned -> planned.arm() + " " + planned.trial().seed())
            .toList();
    assertEquals(List.of("avg 0", "max 0", "avg 1", "max 1"), order);
  }

  @Test
  void anAxisReachesInsideAPreset() {
    Experiment experiment = with("axes: {attention.excite.reduction: [2, 4]}");
    assertEquals(
        List.of("reduction=2", "reduction=4"),
        labels("axes: {attention.excite.reduction: [2, 4]}"));
    assertEquals(
        Bind.inline(Attention.class, "{type: se, excite: {type: bottleneck, reduction: 4}}"),
        experiment.arms().get(1).recipe().attention());
  }

  @Test
  void anAxisMayBeCalledByTheEndOfItsPath() {
    Experiment shortly = with("axes: {attention.reduction: [2, 4]}");
    Experiment fully = with("axes: {attention.excite.reduction: [2, 4]}");
    assertEquals(fully.arms().get(1).recipe(), shortly.arms().get(1).recipe());
    assertEquals(
        List.of("se", "se reduction=8"),
        labels("axes: {attention: [se, {preset: se, reduction: 8}]}"));
  }

  @Test
  void anAxisReachesIntoAList() {
    Experiment experiment =
        with(
            "axes: {attention: [{type: sequence, of: [eca, se]}], 'attention.of[1].squeeze': [max]}");
    assertEquals(
        Bind.inline(Attention.class, "{type: sequence, of: [eca, se-max]}"),
        experiment.arms().get(0).recipe().attention());
  }

  /** A preset, a variant's name, an inline object and a preset with a changed field. */
  @Test
  void anAxisTakesEveryShortForm() {
    String axis =
        "axes: {attention: [none, eca, {squeeze: max}, {type: se, gate: tanh},"
            + " {excite: {type: conv1d, kernel: 3}}]}";
    assertEquals(List.of("none", "eca", "max", "se tanh", "conv1d kernel=3"), labels(axis));
    assertEquals(
        Bind.inline(Attention.class, "{squeeze: avg, excite: conv1d}"),
        with(axis).arms().get(1).recipe().attention());
  }

  @Test
  void factorsSayWhereAnArmStandsOnEachAxis() {
    Arm arm = with("axes: {attention.gate: [tanh], backbone.depth: [8, 14]}").arms().get(1);
    assertEquals(Map.of("attention.gate", "tanh", "backbone.depth", "depth=14"), arm.factors());
    assertEquals("tanh, depth=14", arm.label());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attention.squeeze  | avg                       | avg",
        "attention.squeeze  | {type: max}               | max",
        "attention.squeeze  | {type: std, eps: 1.0e-5}  | std eps=1.0E-5",
        "attention          | {squeeze: max, excite: {type: conv1d, kernel: 3}} | max (conv1d kernel=3)",
        "backbone.depth     | 20                        | depth=20",
        "backbone.shortcut  | b                         | shortcut=b",
        "placement.stages   | [1, 2]                    | stages=[1,2]",
        "train.optimizer.nesterov | true                | nesterov=true",
      })
  void aLabelIsWhatPeopleWouldSay(String path, String value, String label) {
    assertEquals(List.of(label), Axis.of(path, Trees.yaml("[" + value + "]")).labels());
  }

  @Test
  void labelsOfOneAxisAreDifferentWhateverItsValuesLookLike() {
    assertEquals(
        List.of("{\"p\":\"ab\",\"q\":\"cd\"}", "{\"q\":\"ab\",\"p\":\"cd\"}", "ab ef"),
        Axis.of("x", Trees.yaml("[{p: ab, q: cd}, {q: ab, p: cd}, {p: ab, q: ef}]")).labels());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "baseline: {attention: none}        | none     | 3",
        "baseline: {attention.gate: tanh}   | tanh     | 2",
        "baseline: {attention.gate: relu}   | relu     | 3",
        "baseline: {}                       | baseline | 3",
        "baseline: {attention: se-tanh}     | tanh     | 2",
        "baseline: {attention.squeeze: max, train.epochs: 2} | max, epochs=2 | 3",
      })
  void aBaselineIsAnArmOfTheGridOrStandsInFrontOfIt(String line, String label, int arms) {
    Experiment experiment = with("axes: {attention.gate: [tanh, hard-sigmoid]}\n" + line);
    assertEquals(label, experiment.baseline());
    assertEquals(arms, experiment.arms().size());
    int place = arms == 3 ? 0 : experiment.arms().stream().map(Arm::label).toList().indexOf(label);
    assertEquals(label, experiment.arms().get(place).label());
  }

  /** One changes the gate of ECA, the other that of SE. */
  @Test
  void aBaselineWithTheLabelOfAnArmIsCalledTheBaseline() {
    Experiment experiment =
        read(
            TRIAL.replace("attention: se", "attention: eca")
                + "axes: {attention.gate: [tanh]}\nbaseline: {attention: {gate: tanh}}");
    assertEquals("tanh (baseline)", experiment.baseline());
    assertEquals(
        List.of("tanh (baseline)", "tanh"), experiment.arms().stream().map(Arm::label).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 0, 1, 2",
        "1 | 0",
        "[7] | 7",
        "[2, 0, -1] | 2, 0, -1",
        "[9000000000] | 9000000000"
      })
  void seedsAreACountOrAList(String given, String seeds) {
    String read = with("seeds: " + given).seeds().toString();
    assertEquals("[" + seeds + "]", read);
  }

  private static Trial trial(String attention, String train, long seed) {
    String text =
        TRIAL
            .replace("attention: se", "attention: " + attention)
            .replace("train: {epochs: 1,", "train: {" + train);
    return read(text + "seeds: [" + seed + "]").trials().get(0).trial();
  }

  private static final String ID = trial("se", "epochs: 1,", 0).id();

  /** A default written out, a preset written out, fields in another order, another spelling. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "se | batch: 128, epochs: 1,",
        "se | epochs: 1, optimizer: sgd, threads: 1,",
        "se | epochs: 1, optimizer: {type: sgd, momentum: 9e-1},",
        "se | epochs: 1, clip: 0.0, label-smoothing: 0,",
        "{squeeze: avg} | epochs: 1,",
        "{type: squeeze-excite, gate: sigmoid, excite: bottleneck} | epochs: 1,",
        "{excite: {bias: false, type: bottleneck, reduction: 16}} | epochs: 1,",
      })
  void equalTrialsHaveEqualIds(String attention, String train) {
    assertEquals(ID, trial(attention, train, 0).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "se   | epochs: 1,            | 1",
        "se   | epochs: 2,            | 0",
        "se   | epochs: 1, batch: 64, | 0",
        "se   | epochs: 1, threads: 2,| 0",
        "none | epochs: 1,            | 0",
        "eca  | epochs: 1,            | 0",
        "{excite: {type: bottleneck, reduction: 8}} | epochs: 1, | 0",
      })
  void anotherTrialHasAnotherId(String attention, String train, long seed) {
    assertNotEquals(ID, trial(attention, train, seed).id());
  }

  @Test
  void anIdIsTwelveHexDigits() {
    assertTrue(ID.matches("[0-9a-f]{12}"), ID);
  }

  @Test
  void aStoredTrialHasTheIdItWasStoredUnder() {
    Trial trial = trial("{squeeze: max, excite: conv1d}", "epochs: 3,", 5);
    assertEquals(trial, Bind.read(Trial.class, trial.resolved()));
    assertEquals(trial.id(), Bind.read(Trial.class, trial.resolved()).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"name: a.b-c_1", "name: 2026", "question: 3"})
  void namesAndQuestionsAreTexts(String line) {
    assertEquals(1, with(line).arms().size());
  }
}
