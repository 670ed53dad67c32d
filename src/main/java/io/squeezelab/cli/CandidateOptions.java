package io.squeezelab.cli;

import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Placement;
import io.squeezelab.backbone.Task;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The networks that a command measures: an experiment's arms, or those of some options. */
final class CandidateOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "an experiment file, to measure its arms; or else:")
  private Path file;

  @Option(names = "--backbone", description = "name, file, or inline YAML")
  private String backbone;

  @Option(
      names = "--attention",
      paramLabel = "A",
      description = "name, file, or inline YAML; may be given several times")
  private List<String> attentions = List.of();

  @Option(names = "--placement", defaultValue = "{}", description = "file, or inline YAML")
  private String placement;

  @Mixin private TaskOptions tasks;

  @Option(
      names = "--reference",
      paramLabel = "A",
      defaultValue = "none",
      description = "attention of the network that takes turns with each; none unless given")
  private String reference;

  /** The reference first. */
  List<Candidate> candidates() {
    return file == null ? given() : arms();
  }

  private List<Candidate> arms() {
    if (backbone != null) {
      throw new BadInput("takes an experiment file or --backbone, not both");
    }
    if (tasks.given()) {
      throw new BadInput("--input and --classes are for --backbone: an experiment has its own");
    }
    Experiment experiment = ExperimentFile.read(file);
    List<Arm> arms = new ArrayList<>(experiment.arms());
    arms.sort((a, b) -> rank(experiment, a) - rank(experiment, b));
    return arms.stream().map(Candidate::of).toList();
  }

  private static int rank(Experiment experiment, Arm arm) {
    return arm.label().equals(experiment.baseline()) ? 0 : 1;
  }

  private List<Candidate> given() {
    if (backbone == null) {
      throw new BadInput("needs an experiment file or --backbone");
    }
    List<Candidate> all = new ArrayList<>();
    all.add(candidate("--reference", reference));
    attentions.stream()
        .filter(text -> !text.equals(reference))
        .forEach(text -> all.add(candidate("--attention", text)));
    return all;
  }

  private Candidate candidate(String option, String attention) {
    Backbone network = Inline.read(Backbone.class, "--backbone", backbone);
    Task task = tasks.of(network);
    Candidate candidate =
        new Candidate(
            attention,
            network,
            Inline.read(Attention.class, option, attention),
            Inline.read(Placement.class, "--placement", placement),
            task.input(),
            task.classes());
    try {
      candidate.network();
      return candidate;
    } catch (Problem problem) {
      throw Inline.unfit(option + " '" + attention + "'", problem);
    }
  }
}
