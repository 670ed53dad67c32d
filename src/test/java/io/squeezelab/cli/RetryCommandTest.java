package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.results.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code retry} refuses before anything runs. */
class RetryCommandTest {
  private static final String EXPERIMENT =
      """
      name: again
      trial:
        data: {type: fashion-mnist-mini, validation: 1000}
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        train: {epochs: 9, rate: {type: constant, base: 0.1}}
      axes: {train.rate.base: [0.1, 0.2, 0.3]}
      search: %s
      seeds: 2
      """;

  @TempDir private Path temp;

  private Path folder(String search) throws IOException {
    Path file = Files.writeString(temp.resolve("again.yaml"), EXPERIMENT.formatted(search));
    Experiment experiment = ExperimentFile.read(file);
    Folder folder = new Folder(Files.createDirectory(temp.resolve("results")));
    folder.keep(experiment);
    return folder.path();
  }

  @ParameterizedTest
  @ValueSource(strings = {"halving", "asha"})
  void aSearchThatSaysHowFarTrialsGoIsRefused(String search) throws IOException {
    Path folder = folder(search);
    Shown shown = Shown.of("retry", folder.toString());
    assertEquals(2, shown.code(), shown.err());
    assertEquals(
        "squeezelab: retry: cannot be had of a search by "
            + search
            + ", which decides how far a trial goes on: run squeezelab sweep FILE --retry",
        shown.err().strip());
    assertFalse(Files.exists(folder.resolve("trials.jsonl")), "nothing was begun");
  }

  @Test
  void ofAnotherSearchThereIsNothingToDoWhereNothingFailed() throws IOException {
    Shown shown = Shown.of("retry", folder("grid").toString());
    assertEquals(0, shown.code(), shown.err());
    assertTrue(shown.out().startsWith("nothing to do: no trial ended as "), shown.out());
  }
}
