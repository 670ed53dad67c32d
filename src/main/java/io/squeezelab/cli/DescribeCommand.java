package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Declared;
import io.squeezelab.trial.Specimen;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab describe}: what one attention module declares and costs; runs nothing. */
@Command(
    name = "describe",
    description = "Shows a module's parameters, their shapes, its output and its cost.")
final class DescribeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ATTENTION", description = "name, file, or inline YAML")
  private String attention;

  @Option(names = "--channels", required = true, paramLabel = "C", description = "of the map")
  private int channels;

  @Option(
      names = "--size",
      defaultValue = "8x8",
      paramLabel = "HxW",
      description = "height and width of the map; 8x8 unless given")
  private String size;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Attention module = Inline.read(Attention.class, "ATTENTION", attention);
    Specimen specimen = Inline.specimen(module, attention, MapOption.read(channels, size));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Trees.pretty(tree(module, specimen)));
    } else {
      print(out, module, specimen);
    }
    return Main.DONE;
  }

  private void print(PrintWriter out, Attention module, Specimen specimen) {
    String in = shape(specimen.map());
    String given = String.join(", ", specimen.inputs().stream().map(x -> x + " " + in).toList());
    out.println(attention + ": " + given + " -> y " + shape(specimen.output()));
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
    out.print(Trees.printYaml(Print.tree(module)).indent(2));
  }

  private static String shape(Dims map) {
    return "(N, %d, %d, %d)".formatted(map.channels(), map.height(), map.width());
  }

  private static ObjectNode tree(Attention module, Specimen specimen) {
    ObjectNode tree = Trees.object();
    tree.set("module", Print.tree(module));
    ArrayNode inputs = tree.putArray("inputs");
    specimen.inputs().forEach(inputs::add);
    tree.set("input", Entry.sides(specimen.map()));
    tree.set("output", Entry.sides(specimen.output()));
    tree.set("parameters", Print.tree(specimen.declared()));
    tree.set("cost", Print.tree(specimen.cost()));
    return tree;
  }
}
