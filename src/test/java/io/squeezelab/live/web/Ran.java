package io.squeezelab.live.web;

import io.squeezelab.analysis.Made;
import io.squeezelab.cost.Cost;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A results folder of a sweep that has run a part of its trials, with names that try things. */
public final class Ran {
  static final String EVIL = "<script>alert(1)</script>";
  static final String REASON = "it broke: <img src=x onerror=\"document.title='broken'\"> & more";
  private static final String EXPERIMENT =
      """
      name: which-squeeze
      question: Which squeeze is worth its cost?
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        train: {epochs: 12, rate: {type: constant, base: 0.1}}
      arms:
        plain: {}
        se: {attention: se}
        it's "eca" & more: {attention: eca}
        <script>alert(1)</script>: {attention: {squeeze: max, excite: conv1d}}
      baseline: {attention: none}
      seeds: 5
      """;

  private Ran() {}

  public static Experiment experiment(Path temp) throws IOException {
    return ExperimentFile.read(Files.writeString(temp.resolve("e.yaml"), EXPERIMENT));
  }

  /** The first trials of each arm have ended, in the order of the plan; one of them has failed. */
  public static Folder folder(Path temp, int trials) throws IOException {
    Folder folder = new Folder(temp.resolve("results"));
    Experiment experiment = experiment(temp);
    try (TrialLog log = folder.open()) {
      folder.keep(experiment);
      List<Planned> planned = experiment.trials().subList(0, trials);
      for (int i = 0; i < planned.size(); i++) {
        Result result = i == 2 ? failed(planned.get(i)) : done(planned.get(i), i);
        log.append(result);
        write(folder, result.id(), "Attempt 1 of " + result.arm() + "\n");
      }
    }
    return folder;
  }

  static void write(Folder folder, String id, String text) throws IOException {
    Files.createDirectories(folder.log(id).getParent());
    Files.writeString(folder.log(id), text);
  }

  private static Result done(Planned planned, int i) {
    double top1 = 0.8 + 0.013 * (i % 4) + 0.002 * (i % 7);
    List<Epoch> history =
        IntStream.rangeClosed(1, 12)
            .mapToObj(e -> new Epoch(e, 0.1, 2.0 / e, top1, 0.5, top1 - 0.5 / e, 3))
            .toList();
    Cost cost = planned.trial().recipe().network().cost();
    return named(planned, Made.done(planned.arm(), planned.trial().seed(), top1, cost, history));
  }

  private static Result failed(Planned planned) {
    return named(planned, Made.ended(planned.arm(), planned.trial().seed(), Ending.FAILED, REASON));
  }

  private static Result named(Planned planned, Result made) {
    String id = planned.trial().id();
    return new Result(
        id, made.arm(), made.seed(), 1, planned.trial().resolved(), made.cost(), made.outcome());
  }
}
