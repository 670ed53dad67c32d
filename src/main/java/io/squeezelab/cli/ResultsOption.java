package io.squeezelab.cli;

import io.squeezelab.experiment.Experiment;
import io.squeezelab.results.Folder;
import io.squeezelab.spec.Check;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where an experiment's results are. */
final class ResultsOption {
  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "folder of this experiment's results; results/NAME unless given")
  private Path folder;

  Folder folder(Experiment experiment) {
    Check.that(folder == null || !folder.toString().isEmpty(), "--results", "names no folder");
    return new Folder(folder == null ? Path.of("results", experiment.name()) : folder);
  }
}
