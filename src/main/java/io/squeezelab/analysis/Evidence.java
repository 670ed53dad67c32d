package io.squeezelab.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the numbers of a study rest on; each list holds what differs between trials, once.
 *
 * @param least completed seeds of the arm that has fewest, among the arms that have any
 * @param most completed seeds of the arm that has most
 */
public record Evidence(
    int least,
    int most,
    List<String> data,
    List<String> epochs,
    List<String> engines,
    List<String> devices) {

  public static Evidence of(Study study) {
    List<Result> counted = study.current().stream().filter(Study::counts).toList();
    int[] seeds =
        counted.stream()
            .collect(Collectors.groupingBy(Result::arm, Collectors.counting()))
            .values()
            .stream()
            .mapToInt(Long::intValue)
            .toArray();
    return new Evidence(
        IntStream.of(seeds).min().orElse(0),
        IntStream.of(seeds).max().orElse(0),
        distinct(counted, r -> data(r.trial())),
        distinct(counted, r -> text(r.trial(), "train", "epochs")),
        distinct(counted, r -> provenance(r, Provenance::engine)),
        distinct(counted, r -> provenance(r, Provenance::device)));
  }

  /** One line to stand under a chart: 3 seeds per arm · cifar10 · 30 epochs · PyTorch on cpu. */
  public String caption() {
    List<String> parts = new ArrayList<>();
    parts.add(seeds(least, most) + " per arm");
    if (!data.isEmpty()) {
      parts.add(String.join(", ", data));
    }
    if (!epochs.isEmpty()) {
      parts.add(String.join(", ", epochs) + (epochs.equals(List.of("1")) ? " epoch" : " epochs"));
    }
    if (!engines.isEmpty()) {
      String on = devices.isEmpty() ? "" : " on " + String.join(", ", devices);
      parts.add(String.join(", ", engines) + on);
    }
    return String.join(" · ", parts);
  }

  /** One seed, 3 seeds, 2 to 3 seeds. */
  static String seeds(int least, int most) {
    if (least != most) {
      return least + " to " + most + " seeds";
    }
    return most == 1 ? "one seed" : most + " seeds";
  }

  private static List<String> distinct(List<Result> results, Function<Result, String> what) {
    return results.stream()
        .map(what)
        .filter(Objects::nonNull)
        .filter(s -> !s.isBlank())
        .distinct()
        .sorted()
        .toList();
  }

  private static String data(JsonNode trial) {
    boolean shortForm = trial != null && trial.path("data").isValueNode();
    return shortForm ? trial.path("data").asText() : text(trial, "data", "type");
  }

  private static String text(JsonNode trial, String field, String inner) {
    return trial == null ? "" : trial.path(field).path(inner).asText("");
  }

  private static String provenance(Result result, Function<Provenance, String> what) {
    Provenance of = result.outcome().provenance();
    return of == null ? null : what.apply(of);
  }
}
