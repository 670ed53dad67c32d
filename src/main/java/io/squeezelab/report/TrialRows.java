package io.squeezelab.report;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import io.squeezelab.train.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Trials as the page takes them: one map of cells each. */
final class TrialRows {
  private final Study study;
  private final Set<String> leftOut;

  TrialRows(Study study) {
    this.study = study;
    leftOut = study.leftOut().stream().map(Result::id).collect(Collectors.toSet());
  }

  List<Map<String, Object>> of(List<Result> trials) {
    return trials.stream().map(this::trial).toList();
  }

  private Map<String, Object> trial(Result result) {
    Metrics metrics = result.outcome().metrics();
    Map<String, Object> trial = new LinkedHashMap<>();
    trial.put("id", result.id());
    trial.put("arm", result.arm());
    trial.put("seed", result.seed());
    trial.put("attempt", result.attempt());
    boolean paused = study.choices().paused(result);
    trial.put("ending", paused ? "paused" : Words.ending(result));
    trial.put("reason", study.choices().reason(result));
    trial.put("left-out", leftOut.contains(result.id()));
    trial.put("top1", metrics == null ? Numbers.UNKNOWN : Numbers.percent(metrics.top1()));
    trial.put(
        "validation",
        metrics == null ? Numbers.UNKNOWN : Numbers.percent(metrics.validationTop1()));
    trial.put("top1-value", metrics == null ? "" : Rows.value(metrics.top1()));
    trial.put("validation-value", metrics == null ? "" : Rows.value(metrics.validationTop1()));
    trial.put("seconds-value", Rows.value(result.outcome().seconds()));
    trial.put("speed-value", Rows.value(result.outcome().imagesPerSecond()));
    trial.put("epochs", result.outcome().history().size());
    trial.put("seconds", Numbers.measure(result.outcome().seconds()));
    trial.put("speed", Numbers.measure(result.outcome().imagesPerSecond()));
    trial.put("log", Words.log(result));
    trial.put("log-link", Words.link(Words.log(result)));
    return trial;
  }
}
