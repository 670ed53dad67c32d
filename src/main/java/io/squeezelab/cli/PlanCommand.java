package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.backbone.Network;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Planned;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  @Option(
      names = "--time",
      description = "train the beginning of some arms, on all workers at once, to tell the time")
  private boolean time;

  @Mixin private SlotOptions slots;

  @Mixin private ShelfOption data;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Experiment experiment = ExperimentFile.read(file);
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.of(experiment, results.folder(experiment));
    Optional<Clocked> clocked = time ? clocked(experiment) : Optional.empty();
    if (json) {
      ObjectNode tree = tree(experiment, progress);
      clocked.ifPresent(all -> tree.set("time", all.tree(progress.missing())));
      out.println(Trees.pretty(tree));
      return Main.DONE;
    }
    print(out, experiment, progress);
    if (clocked.isPresent()) {
      out.println();
      out.print(clocked.get().table());
      out.println();
      out.println(clocked.get().sentence(progress.missing()));
    }
    return Main.DONE;
  }

  /** What cannot be measured is said, and the plan is shown without it. */
  private Optional<Clocked> clocked(Experiment experiment) {
    int threads =
        experiment.arms().stream().mapToInt(a -> a.recipe().train().threads()).max().orElse(1);
    try (Clocked clocked = new Clocked(experiment, slots.workers(threads, data.shelf()))) {
      return Optional.of(clocked);
    } catch (BadInput lacking) {
      spec.commandLine().getErr().println("squeezelab: no time is told: " + lacking.getMessage());
      return Optional.empty();
    }
  }

  private static void print(PrintWriter out, Experiment experiment, Progress progress) {
    if (!experiment.question().isBlank()) {
      out.println(experiment.question());
      out.println();
    }
    Steps.of(experiment).ifPresent(steps -> out.println(steps.table()));
    out.print(ArmTable.of(experiment, progress));
    out.println();
    out.println(progress.sentence());
    Steps.limits(experiment).forEach(out::println);
    Understood.of(experiment).forEach(out::println);
    if (experiment.space() != null) {
      experiment.search().remarks(experiment.space()).forEach(out::println);
    }
  }

  private static ObjectNode tree(Experiment experiment, Progress progress) {
    ObjectNode tree = (ObjectNode) experiment.resolved();
    for (Arm arm : experiment.arms()) {
      ObjectNode one = (ObjectNode) tree.get("arms").get(arm.label());
      Network network = arm.recipe().network();
      one.set("cost", Print.tree(network.cost()));
      one.put("trained", arm.recipe().trained(network));
    }
    Steps.of(experiment).ifPresent(steps -> tree.set("expansion", steps.tree()));
    tree.set("budget", Print.tree(experiment.budget()));
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
