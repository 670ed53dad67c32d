package io.squeezelab.cli;

import io.squeezelab.data.Safetensors;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Specimen;
import io.squeezelab.trial.Specimen.Request;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code squeezelab apply}: one module or network on given numbers, to compare it with another
 * framework.
 */
@Command(
    name = "apply",
    description =
        "Runs one module or network on given weights and input, from and to safetensors files.")
final class ApplyCommand implements Callable<Integer> {
  private static final List<String> MODES = List.of("train", "eval");

  @Mixin private SubjectOption subject;

  @Option(
      names = "--channels",
      paramLabel = "C",
      description = "of the map; the input's unless given")
  private Integer channels;

  @Option(
      names = "--size",
      paramLabel = "HxW",
      description = "height and width of the map; the input's unless given")
  private String size;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "parameters and buffers by the names that describe shows; initial values"
              + " unless given")
  private Path weights;

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description = "of the initial values; 0 unless given")
  private long seed;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "holds x (N, C, H, W); x1, x2, ... for a module of several inputs")
  private Path input;

  @Option(
      names = "--cotangent",
      paramLabel = "R",
      description =
          "asks for gradients of the sum of y times R: a tensor of the input file, or"
              + " a .safetensors file that holds r or nothing else")
  private String cotangent;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description =
          "gets y; grad.x (grad.x1, ...) and grad.param.<name> if there is a cotangent;"
              + " after.<name>, running statistics, in train mode")
  private Path output;

  @Option(
      names = "--mode",
      defaultValue = "eval",
      description = "train normalises with the batch's statistics; eval unless given")
  private String mode;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!MODES.contains(mode)) {
      throw new BadInput("--mode: " + Names.unknown("mode", mode, MODES));
    }
    String first = subject.firstInput();
    InputFile given = new InputFile(input);
    Specimen specimen = subject.specimen(given.map(first, channels, size));
    List<Tensor> inputs = given.inputs(specimen);
    Tensor r = cotangent == null ? null : given.cotangent(cotangent, inputs.get(0), specimen);
    String whose = subject.network() ? "the network's" : "the module's";
    Map<String, float[]> numbers =
        weights == null ? Map.of() : WeightsFile.read(weights, whose, specimen.declared());
    Map<String, Tensor> found = run(specimen, new Request(numbers, inputs, r, training()));
    Safetensors.write(output, found);
    said(specimen, found);
    return Main.DONE;
  }

  private boolean training() {
    return mode.equals(MODES.get(0));
  }

  private Map<String, Tensor> run(Specimen specimen, Request request) {
    try {
      return specimen.run(request, seed);
    } catch (Problem problem) {
      if (!request.training()) {
        throw problem;
      }
      throw new BadInput("--mode train: " + problem.getMessage() + "; or --mode eval");
    }
  }

  private void said(Specimen specimen, Map<String, Tensor> found) {
    PrintWriter out = spec.commandLine().getOut();
    if (weights == null && !specimen.declared().isEmpty()) {
      out.println("No --weights: the initial values of seed " + seed + ".");
    }
    Table table = new Table("tensor", "shape");
    found.forEach((name, tensor) -> table.row(name, InputFile.shape(tensor)));
    out.print(table);
    out.println("Written to " + output + ".");
  }
}
