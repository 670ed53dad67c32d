package io.squeezelab.cli;

import io.squeezelab.agenda.Start;
import io.squeezelab.results.Elsewhere;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Problem;
import io.squeezelab.sweep.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option that takes results over from other experiments which have the same trials. */
final class ReuseOption {
  @Option(
      names = "--reuse",
      paramLabel = "DIR",
      description =
          "take over results of the same trials from that results folder; may stand several times")
  private List<Path> folders = List.of();

  /**
   * @throws io.squeezelab.spec.BadInput if one is no results folder
   * @throws Problem if one is the experiment's own
   */
  List<Elsewhere> opened(Folder own) {
    List<Elsewhere> opened = new ArrayList<>();
    for (Path path : folders) {
      if (same(path, own.path())) {
        throw new Problem("--reuse", path + " is the folder of this sweep; name others");
      }
      opened.add(Elsewhere.in(new Folder(path)));
    }
    return opened;
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Stores what others have of the trials that are to run; of several that have one the first
   * counts.
   */
  static Taken into(
      Folder folder, TrialLog log, Start start, RunOptions asked, List<Elsewhere> others) {
    Taken taken = new Taken(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    for (Job job : start.ahead()) {
      if (job.conditions().until() == 0) { // a search that stops trials sees them grow
        taken.missing.add(job);
        others.stream()
            .filter(other -> other.has(job.id(), asked.gates(), asked.weights()))
            .findFirst()
            .ifPresent(other -> taken.take(job, other, asked.weights(), folder, log));
      }
    }
    return taken;
  }

  /**
   * @param results as they are stored now
   * @param counts by the folder that they are from
   * @param missing what would have run
   */
  record Taken(List<Result> results, Map<Path, Integer> counts, List<Job> missing) {

    private void take(Job job, Elsewhere other, boolean weights, Folder folder, TrialLog log) {
      other.take(job.id(), job.arm(), job.attempt(), weights, folder, log).ifPresent(results::add);
      counts.merge(other.folder().path(), 1, Integer::sum);
    }

    /** {@code 12 of 15 trials taken over: 10 from results/a, 2 from results/b}. */
    String sentence() {
      String from =
          counts.entrySet().stream()
              .map(entry -> entry.getValue() + " from " + entry.getKey())
              .collect(Collectors.joining(", "));
      String all = results.size() + " of " + Table.plural(missing.size(), "trial");
      return all + " to run taken over" + (from.isEmpty() ? "" : ": " + from);
    }
  }
}
