package io.squeezelab.agenda;

import io.squeezelab.experiment.Arm;
import io.squeezelab.search.Ask;
import io.squeezelab.trial.Trial;

/**
 * A trial that is wanted.
 *
 * @param until epochs that are enough; 0 for all that it has
 * @param ask of the search; null for an arm beside it
 */
record Wish(String id, Arm arm, Trial trial, int until, Ask ask) {

  /** Epochs that it is trained for. */
  int epochs() {
    return until == 0 ? trial.train().epochs() : until;
  }
}
