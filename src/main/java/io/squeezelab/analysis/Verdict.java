package io.squeezelab.analysis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a study says, in a few plain sentences. */
public final class Verdict {
  private Verdict() {}

  public static String of(Study study) {
    return of(Summary.of(study));
  }

  public static String of(Summary summary) {
    return Stream.of(
            found(summary),
            List.of(stopped(summary), paused(summary), waiting(summary), unfinished(summary)))
        .flatMap(List::stream)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static List<String> found(Summary summary) {
    if (summary.completed() == 0) {
      return List.of("No trial has completed, so there is nothing to compare.");
    }
    if (summary.networks().isPresent()) {
      List<String> found = Averaged.words(summary.networks().get());
      return found.isEmpty()
          ? List.of(highest(summary), "Nothing can be compared network by network yet.")
          : found;
    }
    Comparison comparison = new Comparison(summary.contrasts());
    return comparison.possible()
        ? List.of(comparison.sentence(), comparison.caution())
        : List.of(highest(summary), whyNotCompared(summary));
  }

  private static String highest(Summary summary) {
    Arm top =
        summary.arms().stream()
            .filter(a -> a.top1().mean() == summary.highest())
            .findFirst()
            .orElseThrow();
    Estimate at = top.top1();
    String interval =
        at.bounded()
            ? " (95 %% interval %s to %s)"
                .formatted(Numbers.percent(at.low()), Numbers.percent(at.high()))
            : ", which gives no interval";
    return "The highest mean test accuracy is %s %% by %s, with %s%s."
        .formatted(
            Numbers.percent(at.mean()), top.label(), Evidence.seeds(at.n(), at.n()), interval);
  }

  private static String whyNotCompared(Summary summary) {
    if (summary.baseline().isEmpty()) {
      return "No baseline is named, so nothing is compared.";
    }
    return summary.baseline().get().top1().known()
        ? "No other arm shares a completed seed with the baseline, so nothing can be compared yet."
        : "The baseline has no completed trial, so nothing can be compared with it yet.";
  }

  /** Arms that were stopped are no losers of a comparison, and those that went on no sample. */
  private static String stopped(Summary summary) {
    int stopped = summary.stopped();
    if (stopped == 0) {
      return "";
    }
    String all = summary.arms().size() + " arms ";
    return (stopped == 1 ? "One of " + all + "was" : stopped + " of " + all + "were")
        + " stopped early by the search for low validation accuracy, and "
        + (stopped == 1 ? "is" : "are")
        + " compared with nothing.";
  }

  private static String paused(Summary summary) {
    int paused = summary.paused();
    String which = (paused == 1 ? "One" : paused) + " of " + summary.arms().size() + " arms ";
    return paused == 0 ? "" : which + (paused == 1 ? "is" : "are") + " paused and may go on.";
  }

  private static String waiting(Summary summary) {
    long without =
        summary.arms().stream()
            .filter(a -> !a.top1().known() && a.stopped() + a.paused() == 0)
            .count();
    if (without == 0 || summary.completed() == 0) {
      return "";
    }
    return without == 1
        ? "One arm has no completed trial."
        : without + " arms have no completed trial.";
  }

  private static String unfinished(Summary summary) {
    int lost = summary.unfinished();
    int ended = lost + summary.completed();
    if (lost == 0) {
      return "";
    }
    return lost == 1
        ? "One of %d ended trials did not complete and is not in the means.".formatted(ended)
        : "%d of %d ended trials did not complete and are not in the means.".formatted(lost, ended);
  }
}
