package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.cost.Cost;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code squeezelab cost}: what networks cost for one image, before anything is trained. */
@Command(name = "cost", description = "Counts parameters, multiply-adds, activations and reads.")
final class CostCommand implements Callable<Integer> {
  @Option(
      names = "--backbone",
      required = true,
      description = "name, file, or inline YAML; several to compare")
  private List<String> backbones;

  @Option(
      names = "--attention",
      defaultValue = "none",
      description = "name, file, or inline YAML; several to compare")
  private List<String> attentions;

  @Option(names = "--placement", defaultValue = "{}", description = "file, or inline YAML")
  private String placement;

  @Mixin private TaskOptions tasks;

  @Option(names = "--layers", description = "every layer, as a tree")
  private boolean layers;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Costed> all = new ArrayList<>();
    for (String backbone : backbones) {
      for (String attention : attentions) {
        all.add(Costed.of(backbone, attention, placement, tasks::of));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Trees.pretty(tree(all)));
    } else if (all.size() > 1) {
      compare(out, all);
    } else {
      show(out, all.get(0));
    }
    return Main.DONE;
  }

  private void show(PrintWriter out, Costed one) {
    out.println(one.name() + ", " + task(one));
    out.println();
    if (layers) {
      out.println(CostTree.table(one.portions()));
    }
    out.println(CostTable.stages(one));
    Cost cost = one.total();
    String buffers = "With buffers (" + Table.count(cost.buffers()) + "): ";
    out.println(buffers + Table.count(cost.params() + cost.buffers()) + " numbers.");
    out.print(CostTable.LEGEND);
  }

  private void compare(PrintWriter out, List<Costed> all) {
    Check.that(!layers, "--layers", "is for one network; here are " + all.size());
    if (all.stream().map(CostCommand::task).distinct().count() == 1) {
      out.println(task(all.get(0)));
      out.println();
    }
    out.println(CostTable.comparison(all));
    out.print(CostTable.LEGEND);
  }

  private static String task(Costed one) {
    return "one image of " + one.task().input() + ", " + one.task().classes() + " classes";
  }

  /** One network's own tree; several under {@code networks}. */
  private ObjectNode tree(List<Costed> all) {
    if (all.size() == 1) {
      return all.get(0).tree(layers);
    }
    ObjectNode tree = Trees.object();
    ArrayNode networks = tree.putArray("networks");
    all.forEach(one -> networks.addObject().put("name", one.name()).setAll(one.tree(layers)));
    return tree;
  }
}
