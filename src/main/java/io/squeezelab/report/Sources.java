package io.squeezelab.report;

import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the numbers come from: programs, machines, times, other folders. */
record Sources(Study study) {
  List<Map<String, Object>> lines() {
    return Stream.of(
            source("SqueezeLab", Provenance::version),
            source("Engine", Provenance::engine),
            source("Device", Provenance::device),
            source("Java", Provenance::java),
            source("System", Provenance::system),
            source("Images", p -> p.files() == null ? "" : p.files().toString()),
            started(),
            takenOver())
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

  /** Trials that ran for another folder. */
  private Map<String, Object> takenOver() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    study.trials().stream()
        .map(Result::from)
        .filter(from -> from != null && !from.isEmpty())
        .forEach(from -> counts.merge(from, 1, Integer::sum));
    List<String> values = new ArrayList<>();
    counts.forEach(
        (from, n) -> values.add((n == 1 ? "one trial" : n + " trials") + " from " + from));
    return Map.of("name", "Taken over", "values", String.join("; ", values));
  }
}
