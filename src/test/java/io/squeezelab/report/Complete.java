package io.squeezelab.report;

import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Study;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report with all there is to say: factors, claims, a publication, a failure with its log. */
final class Complete {
  static final String EVIL = "<script>alert(1)</script>";
  private static final String EXPERIMENT =
      """
      name: which-squeeze
      question: Which squeeze is worth its cost, <b>really</b>?
      trial:
        data: {type: fashion-mnist-mini, validation: 1000}
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: {squeeze: avg, excite: {type: bottleneck, reduction: 4}}
        train: {epochs: 12, rate: {type: constant, base: 0.1}}
      axes:
        attention.squeeze: [avg, max]
        attention.excite: [{type: bottleneck, reduction: 4}, {type: conv1d, kernel: 3}]
      baseline: {attention: none}
      seeds: 3
      claims:
        - "max, bottleneck reduction=4 > none"
        - "none > max, bottleneck reduction=4"
        - "avg, bottleneck reduction=4 > none"
      reference:
        source: "A paper <script>alert(1)</script>, table 1"
        link: https://example.org/a-paper
        arms:
          none: {top1-error: 22.28, top5-error: 6.03, gmacs: 3.86}
          "max, bottleneck reduction=4": {top1-error: 21.00, top5-error: 5.9, gmacs: 3.87}
      """;

  private Complete() {}

  static Path folder(Path temp) throws IOException {
    Study study = study(temp);
    Folder folder = new Folder(temp.resolve("results"));
    Report.write(study, folder.kept().text(), folder.path());
    return folder.path();
  }

  static Study study(Path temp) throws IOException {
    Folder folder = new Folder(temp.resolve("results"));
    Experiment experiment =
        ExperimentFile.read(Files.writeString(temp.resolve("e.yaml"), EXPERIMENT));
    try (TrialLog log = folder.open()) {
      folder.keep(experiment);
      List<Planned> planned = experiment.trials();
      for (int i = 0; i < planned.size(); i++) {
        log.append(result(planned.get(i), i));
      }
      String failed = planned.get(planned.size() - 1).trial().id();
      Files.createDirectories(folder.log(failed).getParent());
      Files.writeString(
          folder.log(failed),
          IntStream.rangeClosed(1, 30)
              .mapToObj(line -> "line " + line + " " + EVIL + "\n")
              .collect(Collectors.joining()));
    }
    return Study.of(folder.kept(), TrialLog.read(folder.path()).results());
  }

  private static Result result(Planned planned, int i) {
    String arm = planned.arm();
    long seed = planned.trial().seed();
    double top1 =
        0.80 + (arm.startsWith("max, b") ? 0.02 : 0) + 0.01 * seed + 0.0002 * (7 * i * i % 11);
    List<Epoch> history =
        IntStream.rangeClosed(1, 12)
            .mapToObj(e -> new Epoch(e, 0.1, 2.0 / e, top1, 0.5, top1 - 0.5 / e, 3))
            .toList();
    Cost cost = planned.trial().recipe().network().cost();
    Result made =
        i == 14
            ? Made.ended(arm, seed, Ending.FAILED, "it broke: " + EVIL)
            : Made.done(arm, seed, top1, cost, history);
    String id = planned.trial().id();
    return new Result(
        id,
        arm,
        seed,
        1,
        planned.trial().resolved(),
        made.cost(),
        made.outcome(),
        i == 3 ? "other" : "");
  }
}
