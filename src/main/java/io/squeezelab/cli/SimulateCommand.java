package io.squeezelab.cli;

import io.squeezelab.experiment.Budget;
import io.squeezelab.results.Folder;
import io.squeezelab.search.Grid;
import io.squeezelab.search.Measure;
import io.squeezelab.search.Ranking;
import io.squeezelab.search.Search;
import io.squeezelab.search.Simulation;
import io.squeezelab.search.Simulator;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab simulate}: what a search would have cost, and found, on recorded results. */
@Command(
    name = "simulate",
    description = "Replays recorded results: what would a search have cost, and found?")
final class SimulateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "results folder of a sweep")
  private Path path;

  @Option(
      names = "--search",
      paramLabel = "S",
      required = true,
      description = "the search, as in an experiment file: asha, {type: random, arms: 20}")
  private String search;

  @Option(names = "--workers", paramLabel = "N", description = "trials at once; 1 unless given")
  private int workers = 1;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "run it with the seeds 0 to N-1 in place of its own")
  private int repeats = 1;

  @Option(
      names = "--budget",
      paramLabel = "B",
      description = "where it ends, as in an experiment file: {epochs: 100}")
  private String budget = "{}";

  @Option(
      names = "--cost",
      paramLabel = "MEASURE",
      converter = MeasureConverter.class,
      description = "of the front that is looked at: params, macs, activations, reads")
  private Measure cost = Measure.PARAMS;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Check.atLeast("--workers", 1, workers);
    Check.atLeast("--repeats", 1, repeats);
    Search asked = Inline.read(Search.class, "--search", search);
    Budget limit = Inline.read(Budget.class, "--budget", budget);
    Recording recording = Recording.of(new Folder(path));
    Ranking ranking = new Ranking(recording.space());
    if (ranking.order().isEmpty()) {
      throw new BadInput(path + " has no arm that completed with a validation accuracy");
    }
    Simulation grid = simulate(new Grid(), recording, new Budget(0, null, 0));
    List<Simulated> runs =
        searches(asked)
            .map(one -> simulate(one, recording, limit))
            .map(done -> Simulated.of(done, ranking, cost))
            .toList();
    Simulations all = new Simulations(recording, ranking, cost, grid, runs, workers);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Trees.pretty(all.tree()));
    } else {
      SimulatedTable.print(all, out);
      asked.remarks(recording.space()).forEach(out::println);
    }
    return Main.DONE;
  }

  private Stream<Search> searches(Search asked) {
    return repeats == 1 ? Stream.of(asked) : LongStream.range(0, repeats).mapToObj(asked::reseeded);
  }

  private Simulation simulate(Search one, Recording recording, Budget limit) {
    try {
      return Simulator.run(
          one, recording.space(), recording.seeds(), workers, spent -> over(limit, spent));
    } catch (Problem problem) {
      throw problem.under("--search");
    }
  }

  private static boolean over(Budget limit, Simulator.Spent spent) {
    return limit.trials() > 0 && spent.fresh() && spent.trials() >= limit.trials()
        || limit.epochs() > 0 && spent.epochs() >= limit.epochs()
        || limit.time() != null && spent.seconds() >= limit.time().duration().toMillis() / 1000.0;
  }
}
