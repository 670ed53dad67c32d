package io.squeezelab.report;

import io.squeezelab.analysis.Evidence;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.analysis.Verdict;
import io.squeezelab.results.Result;
import io.squeezelab.train.Metrics;
import io.squeezelab.trial.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the templates of a report ask for. */
final class Page {
  private final Study study;
  private final Summary summary;
  private final Set<String> leftOut;

  Page(Study study, Summary summary) {
    this.study = study;
    this.summary = summary;
    this.leftOut = study.leftOut().stream().map(Result::id).collect(Collectors.toSet());
  }

  Map<String, Object> values(Charts charts, Roles roles, String experiment) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("name", study.name());
    page.put("asks", !study.question().isEmpty());
    page.put("title", study.title());
    page.put("verdict", Verdict.of(summary));
    page.put("finished", summary.completed() > 0);
    page.put("evidence", Evidence.of(study).caption());
    page.put("arms", Rows.of(summary));
    page.put("compared", !summary.contrasts().rows().isEmpty());
    page.put("comparisons", Comparisons.of(summary.contrasts()));
    page.put("comparison-test", summary.contrasts().test());
    page.put("not-compared", Comparisons.notes(summary.contrasts()));
    page.put("notes", Notes.of(study, summary));
    page.putAll(Held.values(study));
    page.putAll(Arrivals.values(study));
    page.put("charts", charts.drawn().stream().map(Charts.Drawn::values).toList());
    page.put("charts-missing", charts.missing());
    page.put("no-chart", !charts.missing().isEmpty());
    page.put("has-roles", !roles.shown().isEmpty() || !roles.notes().isEmpty());
    page.put("roles", roles.values());
    page.put("has-role-notes", !roles.notes().isEmpty());
    page.put("role-notes", roles.notes().stream().map(note -> Map.of("note", note)).toList());
    page.put("unfinished", study.unfinished().stream().map(this::trial).toList());
    page.put("has-unfinished", !study.unfinished().isEmpty());
    page.put("has-trials", !study.trials().isEmpty());
    page.put("trials", study.trials().stream().map(this::trial).toList());
    page.put("trial-count", study.trials().size());
    page.put("provenance", provenance());
    page.put("has-experiment", !experiment.isBlank());
    page.put("experiment", experiment.strip());
    return page;
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

  private List<Map<String, Object>> provenance() {
    return Stream.of(
            source("SqueezeLab", Provenance::version),
            source("Engine", Provenance::engine),
            source("Device", Provenance::device),
            source("Java", Provenance::java),
            source("System", Provenance::system),
            source("Images", p -> p.files() == null ? "" : p.files().toString()),
            started())
        .filter(line -> !line.get("values").toString().isEmpty())
        .toList();
  }

  /** What a field says in all trials; how often, where trials differ. */
  private Map<String, Object> source(String name, Function<Provenance, String> field) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    said(field).forEach(value -> counts.merge(value, 1, Integer::sum));
    List<String> values = new ArrayList<>();
    counts.forEach((v, n) -> values.add(counts.size() == 1 ? v : "%s (%d trials)".formatted(v, n)));
    return Map.of("name", name, "values", String.join("; ", values));
  }

  private Map<String, Object> started() {
    List<String> times = said(Provenance::started).sorted().toList();
    String span =
        times.isEmpty()
            ? ""
            : times.get(0).equals(times.get(times.size() - 1))
                ? times.get(0)
                : times.get(0) + " to " + times.get(times.size() - 1);
    return Map.of("name", "Started (UTC)", "values", span);
  }

  private Stream<String> said(Function<Provenance, String> field) {
    return study.trials().stream()
        .map(r -> r.outcome().provenance())
        .filter(Objects::nonNull)
        .map(field)
        .filter(v -> v != null && !v.isBlank());
  }
}
