package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Declared;
import io.squeezelab.trial.Specimen;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code squeezelab describe}: what a module or a network declares and costs; runs nothing. */
@Command(
    name = "describe",
    description =
        "Shows the parameters of a module or a network, their shapes, its output and its cost.")
final class DescribeCommand implements Callable<Integer> {
  @Mixin private SubjectOption subject;

  @Option(names = "--channels", paramLabel = "C", description = "of a module's map")
  private Integer channels;

  @Option(
      names = "--size",
      paramLabel = "HxW",
      description = "height and width of a module's map; 8x8 unless given")
  private String size;

  @Option(names = "--input", paramLabel = "CxHxW", description = "one image for a network")
  private String input;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Specimen specimen = subject.specimen(map());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Trees.pretty(tree(specimen)));
    } else {
      print(out, specimen);
    }
    return Main.DONE;
  }

  private Dims map() {
    if (subject.network()) {
      String image = "is for a module; the image of a network is --input CxHxW";
      Check.that(channels == null, "--channels", image);
      Check.that(size == null, "--size", image);
      Check.that(input != null, "--input", "CxHxW is needed with --backbone");
      return Inline.dims(input);
    }
    Check.that(input == null, "--input", "is for a network; a module's map is --channels, --size");
    if (channels == null) {
      throw new BadInput("Missing required option: '--channels=C'");
    }
    return MapOption.read(channels, size == null ? "8x8" : size);
  }

  private void print(PrintWriter out, Specimen specimen) {
    String in = batch(sides(specimen.map()));
    String given = String.join(", ", specimen.inputs().stream().map(x -> x + " " + in).toList());
    out.println(subject.title() + ": " + given + " -> y " + batch(specimen.outputSides()));
    out.println();
    if (specimen.declared().isEmpty()) {
      out.println("It has no parameters.");
    } else {
      Table table = new Table("tensor", "shape", "kind", "starts as");
      for (Declared one : specimen.declared()) {
        String kind = one.trained() ? "trained" : "buffer";
        table.row(one.name(), Table.shape(one.shape()), kind, one.initial());
      }
      out.print(table);
    }
    out.println();
    out.println("For one image: " + CatalogueText.cost(specimen.cost()) + ".");
    out.println();
    out.println("With every field written out:");
    ObjectNode fields = subject.fields();
    out.print(Trees.printYaml(subject.network() ? fields : fields.get("module")).indent(2));
  }

  private static List<Long> sides(Dims map) {
    return List.of((long) map.channels(), (long) map.height(), (long) map.width());
  }

  private static String batch(List<Long> sides) {
    return "(N, " + String.join(", ", sides.stream().map(String::valueOf).toList()) + ")";
  }

  private ObjectNode tree(Specimen specimen) {
    ObjectNode tree = subject.fields();
    ArrayNode inputs = tree.putArray("inputs");
    specimen.inputs().forEach(inputs::add);
    tree.set("input", Print.tree(sides(specimen.map())));
    tree.set("output", Print.tree(specimen.outputSides()));
    tree.set("parameters", Print.tree(specimen.declared()));
    tree.set("cost", Print.tree(specimen.cost()));
    return tree;
  }
}
