package io.squeezelab.agenda;

import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** What has become of every trial so far. */
final class Ledger {
  private final Map<String, Past> pasts = new HashMap<>();
  private final Retries retries;

  Ledger(Retries retries) {
    this.retries = retries;
  }

  Past add(String id, int attempt, Outcome outcome) {
    Past past = pasts.computeIfAbsent(id, one -> new Past());
    past.add(attempt, outcome);
    return past;
  }

  /** Of a trial that nothing is known of, an empty one. */
  Past past(String id) {
    return pasts.computeIfAbsent(id, one -> new Past());
  }

  /** Trials whose outcome stands that nothing goes on from any more. */
  List<String> over() {
    return pasts.keySet().stream().filter(id -> ended(id, Outcome::over)).toList();
  }

  /** Whether a trial ended before its last epoch, as its search asked. */
  boolean halted(String id) {
    return ended(id, last -> last.ending() == Ending.STOPPED);
  }

  private boolean ended(String id, Predicate<Outcome> so) {
    return past(id).last().filter(so).isPresent();
  }

  /** How a trial ended, if it need not run for this. */
  Optional<Outcome> answer(Wish wish) {
    Past past = pasts.get(wish.id());
    if (past == null) {
      return Optional.empty();
    }
    Optional<Outcome> early = wish.until() > 0 ? past.after(wish.until()) : Optional.empty();
    return early.or(() -> past.last().filter(last -> stands(wish, past, last)));
  }

  /** Images at a time of its next attempt; 0 for the whole batch. */
  int microBatch(Wish wish) {
    Past past = past(wish.id());
    return past.last()
        .map(last -> retries.again(wish.trial(), past, last.ending()))
        .orElse(OptionalInt.empty())
        .orElse(past.microBatch());
  }

  private boolean stands(Wish wish, Past past, Outcome last) {
    return last.ending() != Ending.STOPPED
        && retries.again(wish.trial(), past, last.ending()).isEmpty();
  }
}
