package io.squeezelab.cli;

import io.squeezelab.analysis.Made;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.train.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Results folders for tests: experiments that expand, results that nobody trained for. */
final class Stored {
  private Stored() {}

  /** A folder with a completed trial of two epochs for each that the experiment plans. */
  static Path in(Path folder, String experiment, ToDoubleFunction<Planned> top1)
      throws IOException {
    Files.createDirectories(folder.getParent());
    Path file = folder.resolveSibling("e.yaml");
    Experiment planned = ExperimentFile.read(Files.writeString(file, experiment));
    Folder results = new Folder(folder);
    try (TrialLog log = results.open()) {
      results.keep(planned);
      planned.trials().forEach(trial -> log.append(of(trial, top1.applyAsDouble(trial))));
    }
    return folder;
  }

  static Result of(Planned planned, double top1) {
    List<Epoch> history =
        List.of(new Epoch(1, 0.1, 2, 0.25, 2, 0.25, 1), new Epoch(2, 0.1, 1, top1, 1, top1, 1));
    Result made = Made.done(planned.arm(), planned.trial().seed(), top1, Made.COST, history);
    return new Result(
        planned.trial().id(),
        planned.arm(),
        made.seed(),
        1,
        planned.trial().resolved(),
        made.cost(),
        made.outcome());
  }
}
