package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Result;
import io.squeezelab.search.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a search by outcomes can be from its end. */
class ProgressTest {
  private static final String FOUR =
      """
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8}
        attention: se
        train: {epochs: 2, rate: {type: constant, base: 0.1}}
      axes:
        attention.squeeze: [avg, max]
        attention.gate: [sigmoid, tanh]
      search: {type: evolution, arms: 40, population: 4}
      seeds: 2
      """;

  @TempDir private Path temp;

  private Experiment experiment(String text) throws IOException {
    return ExperimentFile.read(Files.writeString(temp.resolve("e.yaml"), text));
  }

  /** Of the combination with the first levels. */
  private static Result result(Experiment experiment) {
    Point first = experiment.space().admit(new Point(List.of(0, 0))).orElseThrow();
    Arm arm = experiment.space().arm(first);
    return Stored.of(new Planned(arm.label(), arm.recipe().with(1)), 0.5);
  }

  @Test
  void thereAreNoMoreArmsThanCombinations() throws IOException {
    String counts = Progress.of(experiment(FOUR), List.of()).counts();
    assertTrue(counts.startsWith("At most 4 arms, 2 seeds each: 8 trials; 0 with a"), counts);
  }

  /** One of two is; it took 101 s, and 7 trials are left. */
  @Test
  void resultsOfTrialsThatTheFileHasNoMoreDoNotCount() throws IOException {
    Result old = result(experiment(FOUR.replace("epochs: 2", "epochs: 3")));
    Experiment experiment = experiment(FOUR);
    Progress progress = Progress.of(experiment, List.of(result(experiment), old));
    assertTrue(progress.counts().contains("; 1 with a result. "), progress.counts());
    assertEquals(
        progress.counts()
            + " By the trials so far the rest takes about 12 min of one worker's time.",
        progress.sentence());
  }
}
