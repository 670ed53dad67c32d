package io.squeezelab.agenda;

import io.squeezelab.trial.Outcome;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trials that are wanted, one after another; what is wanted next may depend on those before. */
interface Wishes {
  /** The next; empty while others have to be heard of first, and at the end. */
  Optional<Wish> next();

  /** How a trial that was wanted ended, after any retries. */
  void tell(Wish wish, Outcome outcome);

  /** That one will not be run, and nobody is told of it. */
  void drop(Wish wish);

  /** Labels of arms that do not go on, by what is known so far, and why. */
  default Map<String, String> stopped() {
    return Map.of();
  }

  /** Ids of the trials of those arms. */
  default List<String> stoppedTrials() {
    return List.of();
  }

  /** Those of a list, in its order. */
  static Wishes of(List<Wish> list) {
    Iterator<Wish> rest = list.iterator();
    return new Wishes() {
      @Override
      public Optional<Wish> next() {
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
      }

      @Override
      public void tell(Wish wish, Outcome outcome) {
        // nothing follows
      }

      @Override
      public void drop(Wish wish) {
        // nobody waits
      }
    };
  }
}
