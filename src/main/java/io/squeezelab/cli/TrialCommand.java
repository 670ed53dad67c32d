package io.squeezelab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Execution;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Trial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code squeezelab trial}: runs one stored trial again and says whether the numbers are the same.
 */
@Command(name = "trial", description = "Runs a stored trial again and compares the numbers.")
final class TrialCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "a results folder")
  private Path folder;

  @Parameters(paramLabel = "ID", description = "a trial's id, or the beginning of one")
  private String id;

  @Mixin private ShelfOption data;

  @Mixin private DeviceOption device;

  @Option(names = "--gates", description = "also record its gates, in trials/ID/gates.json")
  private boolean gates;

  @Option(
      names = "--weights",
      description = "also keep its tested weights, in trials/ID/weights.safetensors")
  private boolean weights;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    new Folder(folder).kept();
    Result stored = stored();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Trial trial = Bind.read(Trial.class, stored.trial());
    if (!trial.id().equals(stored.id())) {
      throw new BadInput(
          "trial " + stored.id() + " was run by a version that gave other numbers; sweep it again");
    }
    startable(trial);
    Execution execution = new Execution(data.shelf(), device.hardware());
    execution.start();
    data.check(Stream.of(trial.recipe()));
    err.printf("%s, seed %d: %s%n", stored.arm(), stored.seed(), Trees.print(stored.trial()));
    err.flush();
    Path kept = weights ? new Folder(folder).weights(stored.id()) : null;
    Again run = new Again(trial.train().epochs(), gates, kept, err);
    Outcome again = execution.run(trial, run);
    boolean same = Sameness.of(stored.outcome(), again);
    if (json) {
      out.println(Trees.pretty(tree(stored, again, same)));
    } else {
      Sameness.table(stored.outcome(), again).forEach(out::println);
      out.println(same ? "The numbers are the same, to the bit." : "The numbers differ.");
    }
    boolean whole = run.store(new Folder(folder), stored.id(), same);
    return same && whole ? Main.DONE : Main.SOME_FAILED;
  }

  /** What it starts from is still there, with what it held. */
  private static void startable(Trial trial) {
    try {
      trial.start().pinned();
    } catch (Problem problem) {
      String id = trial.id();
      throw new BadInput("trial " + id + " cannot be run again: " + problem.getMessage(), problem);
    }
  }

  private static JsonNode tree(Result stored, Outcome again, boolean same) {
    var tree = Trees.object();
    tree.put("id", stored.id());
    tree.put("same", same);
    tree.set("stored", Print.tree(stored.outcome()));
    tree.set("again", Print.tree(again));
    return tree;
  }

  private String unknown(List<String> ids) {
    String has = ids.isEmpty() ? "no results yet" : Table.plural(ids.size(), "trial");
    String like = Names.nearest(id, ids).map(near -> "; did you mean " + near + "?").orElse("");
    return folder + " has " + has + ", none with the id " + id + like + "; trials.csv lists them";
  }

  private String several(List<String> meant) {
    return id + " begins several ids: " + String.join(", ", meant);
  }

  private Result stored() {
    List<Result> results = TrialLog.read(folder).results();
    List<String> ids = results.stream().map(Result::id).distinct().toList();
    List<String> meant = ids.stream().filter(known -> known.startsWith(id)).toList();
    if (meant.size() != 1) {
      throw new BadInput(meant.isEmpty() ? unknown(ids) : several(meant));
    }
    return results.stream()
        .filter(r -> r.id().equals(meant.get(0)))
        .reduce((a, b) -> b)
        .orElseThrow();
  }
}
