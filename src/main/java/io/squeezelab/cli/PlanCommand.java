package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.cost.Cost;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Matched;
import io.squeezelab.experiment.Planned;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab plan}: what a sweep would run, and what each arm costs; trains nothing. */
@Command(name = "plan", description = "Shows every trial of an experiment; trains nothing.")
final class PlanCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the experiment file")
  private Path file;

  @Mixin private ResultsOption results;

  @Option(names = "--json", description = "print JSON, with every trial in its resolved form")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Experiment experiment = ExperimentFile.read(file);
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.of(experiment, results.folder(experiment));
    if (json) {
      out.println(Trees.pretty(tree(experiment, progress)));
    } else {
      print(out, experiment, progress);
    }
    return Main.DONE;
  }

  private static void print(PrintWriter out, Experiment experiment, Progress progress) {
    if (!experiment.question().isBlank()) {
      out.println(experiment.question());
      out.println();
    }
    boolean matched = experiment.arms().stream().anyMatch(arm -> arm.matched() != null);
    Table table = table(matched);
    for (Arm arm : experiment.arms()) {
      table.row(cells(arm, experiment, progress, matched).toArray());
    }
    out.print(table);
    out.println();
    out.println(progress.sentence());
  }

  private static Table table(boolean matched) {
    return matched
        ? new Table("arm", "parameters", "MACs", "matched by", "off target", "trials", "done")
        : new Table("arm", "parameters", "MACs", "trials", "done");
  }

  private static List<Object> cells(
      Arm arm, Experiment experiment, Progress progress, boolean matched) {
    Cost cost = arm.recipe().network().cost();
    boolean base = arm.label().equals(experiment.baseline());
    List<Object> cells = new ArrayList<>();
    cells.add(arm.label() + (base ? "  (baseline)" : ""));
    cells.add(Table.count(cost.params()));
    cells.add(Table.count(cost.macs()));
    Matched how = arm.matched();
    if (matched) {
      cells.add(how == null ? "" : how.free() + " = " + how.value());
      cells.add(how == null ? "" : String.format(Locale.ROOT, "%+.2f %%", 100 * how.off()));
    }
    cells.add(experiment.seeds().size());
    cells.add(progress.completed(arm.label()));
    return cells;
  }

  private static ObjectNode tree(Experiment experiment, Progress progress) {
    ObjectNode tree = (ObjectNode) experiment.resolved();
    for (Arm arm : experiment.arms()) {
      ObjectNode one = (ObjectNode) tree.get("arms").get(arm.label());
      one.set("cost", Print.tree(arm.recipe().network().cost()));
    }
    List<ObjectNode> trials = experiment.trials().stream().map(PlanCommand::trial).toList();
    tree.putArray("trials").addAll(trials);
    tree.put("missing", progress.missing().size());
    return tree;
  }

  private static ObjectNode trial(Planned planned) {
    ObjectNode tree = Trees.object();
    tree.put("id", planned.trial().id());
    tree.put("arm", planned.arm());
    tree.put("seed", planned.trial().seed());
    return tree;
  }
}
