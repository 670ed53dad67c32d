package io.squeezelab.search;

import io.squeezelab.trial.Outcome;
import java.util.Optional;

/**
 * A search under way. It is asked by one thread at a time. What it asks depends on its search, its
 * space and the outcomes that it was told alone, so that a search that was cut off is brought back
 * by telling it the outcomes that are stored.
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
}
