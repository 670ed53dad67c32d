package io.squeezelab.results;

import io.squeezelab.analysis.Made;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Planned;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder as a week leaves it: 100 arms, 100 seeds, 30 epochs each. */
final class Thousands {
  static final String FILE =
      """
      trial:
        data: {type: cifar10, augment: {crop: 4, flip: true}}
        backbone: {type: resnet-cifar, depth: 20}
        attention: se
        train: {epochs: 30, rate: {type: constant, base: 0.1}}
      axes:
        backbone.width: [4, 8, 12, 16, 20, 24, 28, 32, 36, 40]
        train.batch: [8, 16, 24, 32, 40, 48, 64, 96, 128, 256]
      seeds: 100
      """;

  private Thousands() {}

  /** Writes the file, and the results of its trials beside it, and gives the experiment. */
  static Experiment write(Path file, Path folder) throws IOException {
    Experiment experiment = ExperimentFile.read(Files.writeString(file, FILE));
    List<Result> made = Made.sweep(List.of("se"), 100).results();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(Kept.FILE), Trees.printYaml(experiment.resolved()));
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("trials.jsonl"))) {
      for (Planned planned : experiment.trials()) {
        Result like = made.get((int) planned.trial().seed());
        out.write(Trees.print(Print.tree(of(planned, like))) + "\n");
      }
    }
    return experiment;
  }

  private static Result of(Planned planned, Result like) {
    return new Result(
        planned.trial().id(),
        planned.arm(),
        planned.trial().seed(),
        1,
        planned.trial().resolved(),
        like.cost(),
        like.outcome());
  }

  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }
}
