package io.squeezelab.search;

import io.squeezelab.trial.Outcome;
import java.util.Map;
import java.util.Optional;

/**
 * A search under way. It is asked by one thread at a time. What it asks depends on its search, its
 * space and the outcomes that it was told alone, so that a search that was cut off is brought back
 * by recalling the outcomes that are stored, in the order in which they were stored, and by telling
 * it at once what is stored of the trials that it asks for.
 */
public interface Strategy {
  /** The next trial; empty while there is none until more outcomes are told, and at the end. */
  Optional<Ask> ask();

  /**
   * How a trial that was asked for ended, after any retries.
   *
   * @param outcome of an end short of the trial's own if {@link Ask#epochs} says so
   */
  void tell(Ask ask, Outcome outcome);

  /**
   * What an earlier run of the same search left, before the first {@link #ask}; every line that was
   * stored, those of trials included that went on later. Only a search whose choices depend on the
   * order of outcomes needs it.
   */
  default void recall(Point point, long seed, Outcome stored) {}

  /**
   * The arms that were stopped for good, and why: {@code place 7 of 9 after epoch 3; the first 3
   * went on}. None of them is asked for again.
   */
  default Map<Point, String> stopped() {
    return Map.of();
  }
}
