package io.squeezelab.report;

import io.squeezelab.analysis.Arm;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.results.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands under a table: what its signs mean, and what is not in it. */
final class Notes {
  private Notes() {}

  static List<Map<String, Object>> of(Study study, Summary summary) {
    List<String> notes = new ArrayList<>();
    notes.add("n: seeds whose trials completed. ±: sample standard deviation over those seeds.");
    notes.add(
        "Difference to "
            + summary.against()
            + " in percentage points, over the seeds that both have;"
            + " in brackets its 95 % Student interval from these pairs.");
    notes.add("Bold: the highest mean, which need not be told from the others.");
    notes.add(
        "Parameters: all but buffers, frozen ones included. MACs: multiply-adds for one image; one"
            + " multiply-add counts once. s per trial: median wall-clock, loading and evaluation"
            + " included.");
    notes.addAll(times(study));
    notes.addAll(study.choices().remarks());
    if (summary.stopped() > 0) {
      notes.add(
          "Stopped early: by the search ("
              + study.choices().search()
              + "), which looked at validation accuracy alone. The report says of every trial after"
              + " which epoch and why.");
    }
    notes.addAll(missing(summary));
    int left = study.leftOut().size();
    if (left > 0) {
      String trials = left == 1 ? "One trial belongs" : left + " trials belong";
      notes.add(
          trials
              + " to arms or settings that the experiment no longer has: in trials.csv, in no"
              + " table.");
    }
    return values(notes);
  }

  /** Why times cannot be compared; empty where they can. */
  static List<String> times(Study study) {
    boolean taken = study.trials().stream().anyMatch(trial -> !trial.from().isEmpty());
    return taken
        ? List.of(
            "Some trials were taken over from other sweeps: times and images per second are of"
                + " different hours, and not to be compared.")
        : List.of();
  }

  /** What is not in the means, arm by arm. */
  static List<Map<String, Object>> lacking(Summary summary) {
    return values(missing(summary));
  }

  private static List<Map<String, Object>> values(List<String> notes) {
    return notes.stream().map(note -> Map.<String, Object>of("note", note)).toList();
  }

  private static List<String> missing(Summary summary) {
    return summary.arms().stream().map(Notes::missing).filter(s -> !s.isEmpty()).toList();
  }

  /** {@code se: seed 1 diverged; seeds 3 and 4 are still to come.} */
  private static String missing(Arm arm) {
    List<String> parts = new ArrayList<>();
    Map<String, List<Long>> byEnding = new LinkedHashMap<>();
    for (Result result : arm.unfinished().stream().filter(r -> !Study.halted(r)).toList()) {
      byEnding.computeIfAbsent(Words.ending(result), e -> new ArrayList<>()).add(result.seed());
    }
    byEnding.forEach((ending, seeds) -> parts.add(Words.seeds(seeds) + " " + ending));
    if (!arm.missing().isEmpty() && arm.stopped() + arm.paused() == 0) {
      boolean one = arm.missing().size() == 1;
      parts.add(Words.seeds(arm.missing()) + (one ? " is still to come" : " are still to come"));
    }
    return parts.isEmpty() ? "" : arm.label() + ": " + String.join("; ", parts) + ".";
  }
}
