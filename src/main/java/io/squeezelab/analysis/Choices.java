package io.squeezelab.analysis;

import io.squeezelab.results.Result;
import io.squeezelab.spec.Names;
import java.util.List;
import java.util.Map;

/**
 * What a search chose, as far as its tables have to say so.
 *
 * @param search its name
 * @param stopped why arms did not go on, by their labels
 * @param remarks on what the tables can tell, a sentence each
 */
public record Choices(String search, Map<String, String> stopped, List<String> remarks) {
  /** What is no ending yet, where a table asks for one. */
  public static final String PAUSED = "paused";

  public static final Choices NONE = new Choices("grid", Map.of(), List.of());

  public Choices {
    stopped = Map.copyOf(stopped);
    remarks = List.copyOf(remarks);
  }

  /** Whether the search stopped a trial for good, and so its arm. */
  public boolean stopped(Result result) {
    return Study.halted(result) && stopped.containsKey(result.arm());
  }

  /** Whether a trial ended at a rung and may go on from there: nothing decided against it. */
  public boolean paused(Result result) {
    return Study.halted(result) && !stopped.containsKey(result.arm());
  }

  /** How a trial ended, in a word: {@code out-of-memory}; {@code paused} where it may go on. */
  public String ending(Result result) {
    return paused(result) ? PAUSED : Names.kebab(result.outcome().ending().name());
  }

  /** Why a trial gave no test accuracy, in one line. */
  public String reason(Result result) {
    String own = result.outcome().reason();
    if (!Study.halted(result)) {
      return own;
    }
    if (paused(result)) {
      return pause(result) + ", may go on";
    }
    String by = (own.isEmpty() ? "stopped early" : own) + " by " + search;
    return by + ": " + stopped.get(result.arm());
  }

  /** Where a trial ended that went on later, or may: {@code paused after epoch 3 of 30}. */
  public static String pause(Result result) {
    int epochs = result.trial().path("train").path("epochs").asInt();
    return PAUSED + " after epoch " + result.outcome().history().size() + " of " + epochs;
  }
}
