package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search decided reaches other programs also from a sweep that has nothing to run. */
class DecidedTest {
  private static final String GRID =
      """
      trial:
        data: {type: fashion-mnist-mini, validation: 5000}
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: {excite: {type: bottleneck, reduction: 2}}
        train: {epochs: 2, batch: 256, rate: {type: constant, base: 0.1}}
      axes: {attention.gate: [sigmoid, tanh]}
      seeds: 1
      """;

  @TempDir private Path temp;

  private static Epoch epoch(int number, double top1) {
    return new Epoch(number, 0.1, 1, top1, 1, top1, 1);
  }

  /** The sigmoid was trained to its end, the tanh stopped after one epoch, under an old label. */
  private static Result result(Planned planned) {
    boolean stopped = planned.arm().equals("tanh");
    List<Epoch> history = stopped ? List.of(epoch(1, 0.3)) : List.of(epoch(1, 0.5), epoch(2, 0.6));
    Outcome done = Made.done("any", 0, 0.6, Made.COST, history).outcome();
    Outcome halted =
        new Outcome(
            Ending.STOPPED, "stopped after epoch 1 of 2", null, history, 5, Double.NaN, Made.WHERE);
    return new Result(
        planned.trial().id(),
        stopped ? "old label" : planned.arm(),
        planned.trial().seed(),
        1,
        planned.trial().resolved(),
        Made.COST,
        stopped ? halted : done);
  }

  @Test
  void aSweepWithNothingToDoTellsWhatWasDecided() throws IOException {
    Path file = Files.writeString(temp.resolve("e.yaml"), GRID);
    Experiment grid = ExperimentFile.read(file);
    Folder folder = new Folder(temp.resolve("results"));
    try (TrialLog log = folder.open()) {
      folder.keep(grid);
      grid.trials().forEach(planned -> log.append(result(planned)));
    }
    Files.writeString(file, GRID + "search: {type: halving, eta: 2, first: 1}\n");
    String results = folder.path().toString();
    Shown shown = Shown.of("sweep", file.toString(), "--results", results, "--tensorboard");
    assertEquals(0, shown.code(), shown.err());
    assertTrue(shown.out().contains("nothing to do"), shown.out());
    Path events = folder.path().resolve("tensorboard");
    assertTrue(Files.isDirectory(events.resolve("tanh")), "decided, by its present label");
    assertFalse(Files.exists(events.resolve("sigmoid")), "export's");
  }
}
