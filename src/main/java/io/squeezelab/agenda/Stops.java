package io.squeezelab.agenda;

import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Spent;
import java.util.Map;
import java.util.Set;

/**
 * Arms that do not go on, as far as is known: that is written down, and the checkpoints of their
 * trials go. An arm that goes on after all, since the file has changed, starts again.
 */
final class Stops {
  private final ArmLog log;
  private final Spent spent;
  private final Ledger ledger;
  private volatile Map<String, String> known = Map.of();
  private boolean begun;

  Stops(ArmLog log, Spent spent, Ledger ledger) {
    this.log = log;
    this.spent = spent;
    this.ledger = ledger;
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
    if (others) {
      spent.clear(wishes.stoppedTrials().stream().filter(ledger::halted).toList());
    }
  }

  /** Their labels; for any thread. */
  Set<String> labels() {
    return known.keySet();
  }
}
