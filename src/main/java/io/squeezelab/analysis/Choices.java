package io.squeezelab.analysis;

import io.squeezelab.results.Result;
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
  static final Choices NONE = new Choices("grid", Map.of(), List.of());

  public Choices {
    stopped = Map.copyOf(stopped);
    remarks = List.copyOf(remarks);
  }

  /** Why a trial gave no test accuracy, in one line. */
  public String reason(Result result) {
    String own = result.outcome().reason();
    String why = stopped.get(result.arm());
    if (!Study.stopped(result)) {
      return own;
    }
    String by = (own.isEmpty() ? "stopped early" : own) + " by " + search;
    return why == null ? by : by + ": " + why;
  }
}
