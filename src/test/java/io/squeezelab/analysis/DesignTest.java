package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignTest {
  private static final String FILE =
      """
      name: where
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 8}
        attention: se
        train: {epochs: 1, batch: 64, rate: {type: constant, base: 0.05}}
      axes:
        network: {small: {}, deep: {backbone.depth: 14}}
        where: {nowhere: {attention: none}, late: {placement.stages: [3]}, first: {placement.blocks: first}}
        train.batch: [32, 64]
      baseline: {attention: none, train.batch: 32}
      """;

  @TempDir private Path temp;

  private Experiment read(String text) throws IOException {
    return ExperimentFile.read(Files.writeString(temp.resolve("where.yaml"), text));
  }

  /**
   * Several fields in one axis: what they do, and not the axis's name, makes it one of attention.
   */
  @Test
  void anAxisThatSetsAttentionAloneIsOneOfAttention() throws IOException {
    assertEquals(Set.of("where"), Design.of(read(FILE)).attention());
  }

  @Test
  void anAxisThatSetsMoreIsNone() throws IOException {
    String both =
        FILE.replace("late: {placement.stages", "late: {train.epochs: 2, placement.stages");
    assertEquals(Set.of(), Design.of(read(both)).attention());
  }

  @Test
  void armsOfSuchAnAxisAreHeldAgainstTheirOwnNetwork() throws IOException {
    Experiment experiment = read(FILE);
    List<String> arms = experiment.arms().stream().map(arm -> arm.label()).toList();
    Study study =
        new Study(
            "where",
            "",
            arms,
            "small, nowhere, batch=32",
            List.of(0L),
            List.of(),
            Choices.NONE,
            Design.of(experiment));
    Map<String, String> own = Partners.of(study).all();
    assertEquals("deep, nowhere, batch=64", own.get("deep, late, batch=64"));
    assertEquals(8, own.size());
    assertEquals(Set.of("network", "train.batch"), Partners.of(study).shared());
  }
}
