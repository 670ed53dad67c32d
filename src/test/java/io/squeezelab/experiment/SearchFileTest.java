package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.search.Point;
import io.squeezelab.search.Strategy;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches over the axes of files. */
class SearchFileTest {
  private static final String CONDITIONAL =
      """
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: {squeeze: avg, excite: {type: bottleneck, reduction: 2}, gate: sigmoid}
        train: {epochs: 9, batch: 32, rate: {type: constant, base: 0.1}}
      axes:
        attention.squeeze: [avg, std]
        attention.excite: [bottleneck, conv1d]
        attention.excite.reduction: [2, 4]
        attention.excite.kernel: [3, 5]
        attention.gate: [sigmoid, tanh]
      """;

  @TempDir private Path folder;

  private Experiment read(String text) throws IOException {
    return ExperimentFile.read(Files.writeString(folder.resolve("e.yaml"), text));
  }

  private static List<String> labels(Experiment experiment) {
    return experiment.arms().stream().map(Arm::label).toList();
  }

  /** 2 squeezes, 2 gates, and 2 reductions beside 2 kernels: 16 arms at 32 combinations. */
  @Test
  void randomFindsEveryArmOfConditionalAxes() throws IOException {
    Set<String> grid = new HashSet<>(labels(read(CONDITIONAL)));
    List<String> random = labels(read(CONDITIONAL + "search: {type: random, arms: 100, seed: 1}"));
    assertEquals(16, random.size());
    assertEquals(grid, new HashSet<>(random));
  }

  @Test
  void leaveOneOutTakesEachPartAway() throws IOException {
    assertEquals(
        List.of(
            "std, conv1d, kernel=5, tanh",
            "avg, conv1d, kernel=5, tanh",
            "std, bottleneck, reduction=2, tanh",
            "std, conv1d, kernel=5, sigmoid"),
        labels(
            read(
                CONDITIONAL
                    + "search: {type: leave-one-out, without: {attention.excite.kernel: 5}}")));
  }

  @Test
  void aComparisonThatARuleTakesAwayIsNamedWithTheRule() throws IOException {
    String rule = "exclude: [{attention.squeeze: avg, attention.gate: tanh}]\n";
    String remark = "Nothing compares attention.squeeze = avg with std: excluded by ";
    String search = "search: {type: leave-one-out, full: {attention.excite.kernel: 5}}";
    Experiment experiment = read(CONDITIONAL + rule + search);
    assertEquals(
        List.of(remark + "{attention.squeeze: avg, attention.gate: tanh}."),
        experiment.search().remarks(experiment.space()));
    assertEquals(
        experiment.search().remarks(experiment.space()).get(0),
        experiment.resolved().path("remarks").path(0).asText());
  }

  /** {@code reduction = 2}, though the level is called reduction=2. */
  @Test
  void aFullModuleThatIsExcludedIsReadable() {
    String search = "search: {type: leave-one-out, full: {attention.excite: bottleneck}}";
    String rule = "exclude: [{attention.excite.reduction: 4}]\n";
    BadInput refused = assertThrows(BadInput.class, () -> read(CONDITIONAL + rule + search));
    assertTrue(
        refused
            .getMessage()
            .contains(
                ":13: search.full: is excluded by {attention.excite.reduction: 4} ("
                    + folder.resolve("e.yaml")
                    + ":12): attention.squeeze = std, attention.excite = bottleneck,"
                    + " attention.excite.reduction = 4, attention.excite.kernel = 5"),
        refused.getMessage());
  }

  /** Children are arms that the rules leave, and every one is an arm of its own. */
  @Test
  void evolutionAsksForArmsOfTheFile() throws IOException {
    Experiment experiment =
        read(
            CONDITIONAL
                + "exclude: [{attention.squeeze: std, attention.gate: tanh}]\n"
                + "search: {type: evolution, arms: 100, population: 2, sample: 2, parallel: 100}");
    Strategy strategy = experiment.search().start(experiment.space(), List.of(0L));
    Set<Point> points = new HashSet<>();
    strategy.ask().ifPresent(ask -> points.add(ask.point()));
    for (int i = 0; i < 20; i++) {
      strategy.ask().ifPresent(ask -> points.add(ask.point()));
    }
    assertEquals(12, points.size());
    assertTrue(
        points.stream().map(p -> experiment.space().arm(p).label()).noneMatch(this::excluded));
  }

  private boolean excluded(String label) {
    return label.startsWith("std") && label.endsWith("tanh");
  }

  @Test
  void whatASearchRefusesHasItsLine() {
    BadInput refused =
        assertThrows(BadInput.class, () -> read(CONDITIONAL + "search: {type: halving, first: 9}"));
    assertTrue(
        refused
            .getMessage()
            .endsWith("e.yaml:12: search.first: must be below the epochs of a trial, 9"),
        refused.getMessage());
  }

  @Test
  void aSearchByAccuracyNeedsAValidationSplit() {
    String without =
        CONDITIONAL.replace(
            "data: fashion-mnist-mini", "data: {type: fashion-mnist-mini, validation: 0}");
    BadInput refused =
        assertThrows(BadInput.class, () -> read(without + "search: {type: evolution, arms: 17}"));
    assertTrue(
        refused
            .getMessage()
            .endsWith(
                "e.yaml:12: search: chooses by validation accuracy, but data.validation is 0"),
        refused.getMessage());
  }
}
