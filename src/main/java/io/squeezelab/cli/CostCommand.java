package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code squeezelab cost}: what a network costs for one image, before anything is trained. */
@Command(name = "cost", description = "Counts parameters, multiply-adds, activations and reads.")
final class CostCommand implements Callable<Integer> {
  @Option(names = "--backbone", required = true, description = "name, file, or inline YAML")
  private String backbone;

  @Option(names = "--attention", defaultValue = "none", description = "name, file, or inline YAML")
  private String attention;

  @Option(names = "--placement", defaultValue = "{}", description = "file, or inline YAML")
  private String placement;

  @Option(names = "--input", required = true, paramLabel = "CxHxW", description = "one image")
  private String input;

  @Option(names = "--classes", required = true, paramLabel = "N")
  private int classes;

  @Option(names = "--layers", description = "one line for each layer")
  private boolean layers;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Check.atLeast("--classes", 1, classes);
    Check.atMost("--classes", 1_000_000, classes);
    Network without = network(new None());
    Network with = attended();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Trees.pretty(tree(with, without)));
      return Main.DONE;
    }
    if (layers) {
      out.println(lines(with.sheet()));
    }
    Table table = new Table("", "parameters", "buffers", "MACs", "activations", "reads");
    row(table, "network", with.cost());
    row(table, "of it attention", with.cost().minus(without.cost()));
    out.print(table);
    out.println(
        "For one image of " + input + ". MACs and activations are those of convolutions and");
    out.println("linear layers; reads are those of squeezes and of weights applied.");
    return Main.DONE;
  }

  private Network attended() {
    Attention module = Inline.read(Attention.class, "--attention", attention);
    try {
      return network(module);
    } catch (Problem problem) {
      throw Inline.unfit("--attention '" + attention + "'", problem);
    }
  }

  private Network network(Attention module) {
    Placement where = Inline.read(Placement.class, "--placement", placement);
    return Inline.read(Backbone.class, "--backbone", backbone)
        .network(Inline.dims(input), classes, module, where);
  }

  private static void row(Table table, String name, Cost cost) {
    table.row(
        name,
        Table.count(cost.params()),
        Table.count(cost.buffers()),
        Table.count(cost.macs()),
        Table.count(cost.activations()),
        Table.count(cost.reads()));
  }

  private static Table lines(Sheet sheet) {
    Table table = new Table("layer", "kind", "in", "out", "parameters", "MACs");
    for (Line line : sheet.lines()) {
      Cost cost = line.cost();
      table.row(
          line.name(),
          line.kind(),
          line.in(),
          line.out(),
          Table.count(cost.params()),
          Table.count(cost.macs()));
    }
    return table;
  }

  private ObjectNode tree(Network with, Network without) {
    ObjectNode tree = Trees.object();
    tree.set("backbone", Print.tree(Inline.read(Backbone.class, "--backbone", backbone)));
    tree.set("module", Print.tree(Inline.read(Attention.class, "--attention", attention)));
    tree.set("placement", Print.tree(Inline.read(Placement.class, "--placement", placement)));
    tree.put("input", with.input().toString());
    tree.put("classes", classes);
    ((ObjectNode) Print.tree(with.cost()))
        .properties()
        .forEach(e -> tree.set(e.getKey(), e.getValue()));
    tree.set("attention", Print.tree(with.cost().minus(without.cost())));
    if (layers) {
      tree.set("layers", Print.tree(with.sheet().lines()));
    }
    return tree;
  }
}
