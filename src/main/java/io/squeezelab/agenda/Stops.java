package io.squeezelab.agenda;

import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Spent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arms that do not go on, as far as is known: that is written down, and the checkpoints of their
 * trials go, of those under way once they have ended. An arm that goes on after all, since the file
 * has changed, starts again.
 */
final class Stops {
  private final ArmLog log;
  private final Spent spent;
  private final Ledger ledger;
  private final Flights flights;
  private volatile Map<String, String> known = Map.of();
  private boolean begun;
  private boolean flying;

  Stops(ArmLog log, Spent spent, Ledger ledger, Flights flights) {
    this.log = log;
    this.spent = spent;
    this.ledger = ledger;
    this.flights = flights;
  }

  /** What the stored results say has not been looked at yet. */
  boolean fresh() {
    return !begun;
  }

  void see(Wishes wishes) {
    begun = true;
    Map<String, String> now = wishes.stopped();
    log.settled(now);
    boolean others = !now.keySet().equals(known.keySet());
    known = Map.copyOf(now);
    if (others || flying) {
      List<String> trials = wishes.stoppedTrials();
      flying = trials.stream().anyMatch(flights::has);
      spent.clear(trials.stream().filter(ledger::halted).filter(id -> !flights.has(id)).toList());
    }
  }

  /** Their labels; for any thread. */
  Set<String> labels() {
    return known.keySet();
  }
}
