package io.squeezelab.export;

import io.squeezelab.analysis.Choices;
import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Names;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trial on its way to another program: its last attempt, and what became of those before.
 *
 * @param ending as tables have it: {@code paused} where a search may go on with it
 * @param reason why it has no test accuracy; empty where it has one
 * @param earlier how each attempt before this one ended, by its number: {@code failed: …}
 */
public record Exported(
    Result result, String ending, String reason, SortedMap<Integer, String> earlier) {

  /** Of a trial whose search, if it has one, has decided nothing. */
  static Exported of(Result result, SortedMap<Integer, String> earlier) {
    return of(result, earlier, Choices.NONE);
  }

  private static Exported of(Result result, SortedMap<Integer, String> earlier, Choices choices) {
    SortedMap<Integer, String> before = new TreeMap<>(earlier.headMap(result.attempt()));
    return new Exported(result, choices.ending(result), choices.reason(result), before);
  }

  /** All trials of a study. */
  public static List<Exported> all(Study study) {
    Map<String, SortedMap<Integer, String>> attempts = new HashMap<>();
    for (Result one : study.results()) {
      attempts.computeIfAbsent(one.id(), id -> new TreeMap<>()).put(one.attempt(), words(one));
    }
    return study.trials().stream()
        .map(one -> of(one, attempts.get(one.id()), study.choices()))
        .toList();
  }

  /** The same of a trial that its search has decided against. */
  Exported stopped() {
    return new Exported(result, word(result.outcome()), result.outcome().reason(), earlier);
  }

  /** How an attempt ended that another followed: {@code failed: …}. */
  static String words(Result attempt) {
    if (attempt.outcome().ending() == Ending.STOPPED) {
      return Choices.pause(attempt);
    }
    String reason = attempt.outcome().reason();
    return word(attempt.outcome()) + (reason.isEmpty() ? "" : ": " + reason);
  }

  private static String word(Outcome outcome) {
    return Names.kebab(outcome.ending().name());
  }
}
