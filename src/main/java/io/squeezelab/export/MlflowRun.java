package io.squeezelab.export;

import io.squeezelab.analysis.Choices;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;

/** A trial as a run of MLflow: params, tags, metrics by epoch. */
record MlflowRun(Exported trial) {
  /** The server takes no more at once: of params, and of all. */
  private static final int MOST_PARAMS = 100;

  private static final int MOST_METRICS = 1000;
  private static final int LONGEST_PARAM = 500;
  private static final Pattern COMMIT = Pattern.compile("\\((?:commit )?([0-9a-f]{7,40})");

  /** So much at once: metrics, or params. */
  record Part(List<Metric> metrics, List<Param> params) {}

  CreateRun create(String experiment) {
    Result result = result();
    CreateRun.Builder run =
        CreateRun.newBuilder()
            .setExperimentId(experiment)
            .setRunName(result.arm() + ", seed " + result.seed())
            .setStartTime(start());
    tags().forEach((key, value) -> run.addTags(tag(key, value)));
    return run.build();
  }

  private static RunTag tag(String key, String value) {
    return RunTag.newBuilder().setKey(key).setValue(MlflowTags.cut(value)).build();
  }

  private Map<String, String> tags() {
    Result result = result();
    Map<String, String> tags = new LinkedHashMap<>();
    Provenance from = result.outcome().provenance();
    tags.put(MlflowTags.ID, result.id());
    tags.put(MlflowTags.ATTEMPT, Integer.toString(result.attempt()));
    tags.put("squeezelab.arm", result.arm());
    tags.put("squeezelab.seed", Long.toString(result.seed()));
    trial
        .earlier()
        .forEach((attempt, ending) -> tags.put(MlflowTags.ATTEMPT + "." + attempt, ending));
    tags.putAll(decision());
    tags.put("squeezelab.version", from.version());
    tags.put("squeezelab.engine", from.engine());
    tags.put("squeezelab.device", from.device());
    tags.put("mlflow.source.name", "squeezelab");
    Matcher commit = COMMIT.matcher(from.version());
    if (commit.find()) {
      tags.put("mlflow.source.git.commit", commit.group(1));
    }
    tags.values().removeIf(String::isEmpty);
    return tags;
  }

  private Result result() {
    return trial.result();
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    pieces(params(), MOST_PARAMS).forEach(some -> parts.add(new Part(List.of(), some)));
    pieces(metrics(), MOST_METRICS).forEach(some -> parts.add(new Part(some, List.of())));
    return parts;
  }

  private static <T> List<List<T>> pieces(List<T> all, int most) {
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      pieces.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return pieces;
  }

  /** The settings, with arm and seed, by which the server's pages group and filter. */
  private List<Param> params() {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("arm", result().arm());
    params.put("seed", Long.toString(result().seed()));
    Settings.of(result()).forEach((path, value) -> params.put(path, Settings.text(value)));
    return params.entrySet().stream()
        .map(e -> Param.newBuilder().setKey(e.getKey()).setValue(brief(e.getValue())).build())
        .toList();
  }

  private static String brief(String value) {
    return value.length() > LONGEST_PARAM ? value.substring(0, LONGEST_PARAM - 1) + "…" : value;
  }

  private List<Metric> metrics() {
    return Point.of(result()).stream()
        .map(
            p ->
                Metric.newBuilder()
                    .setKey(p.name())
                    .setValue(p.value())
                    .setStep(p.step())
                    .setTimestamp(millis(p.time()))
                    .build())
        .toList();
  }

  /** Tags that change when a search has decided. */
  Map<String, String> decision() {
    return Map.of(
        MlflowTags.ENDING, trial.ending(), MlflowTags.REASON, MlflowTags.cut(trial.reason()));
  }

  /** A trial that was paused is to go on later, in the server's words. */
  RunStatus status() {
    if (trial.ending().equals(Choices.PAUSED)) {
      return RunStatus.SCHEDULED;
    }
    return switch (result().outcome().ending()) {
      case COMPLETED -> RunStatus.FINISHED;
      case STOPPED -> RunStatus.KILLED;
      default -> RunStatus.FAILED;
    };
  }

  /** In milliseconds since 1970. */
  long start() {
    return Timeline.of(result()).start().toEpochMilli();
  }

  /** In milliseconds since 1970. */
  long end() {
    return millis(Timeline.of(result()).end());
  }

  private static long millis(double seconds) {
    return Math.round(seconds * 1e3);
  }
}
