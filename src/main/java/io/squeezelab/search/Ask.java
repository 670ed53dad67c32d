package io.squeezelab.search;

import io.squeezelab.trial.Outcome;

/**
 * A trial that a search wants.
 *
 * @param point admitted by the space
 * @param epochs after which it is to stop, from its first one; 0 for all that it has. A trial that
 *     was stopped goes on where it was when it is asked for again with more
 */
public record Ask(Point point, long seed, int epochs) {

  /**
   * Whether the trial came as far as this asks for, or ended before for good, so that it need not
   * run.
   */
  public boolean answeredBy(Outcome outcome) {
    return outcome.ending() != Outcome.Ending.STOPPED
        || epochs > 0 && outcome.history().size() >= epochs;
  }
}
