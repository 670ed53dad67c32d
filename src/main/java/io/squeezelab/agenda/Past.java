package io.squeezelab.agenda;

import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has become of a trial so far, attempt by attempt. */
final class Past {
  private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
  private int attempts;
  private int trained;
  private int microBatch;
  private boolean forgiven;
  private Outcome last;
  private Outcome longest;

  void add(int attempt, Outcome outcome) {
    attempts = Math.max(attempts, attempt);
    trained += outcome.history().size() - common(last, outcome);
    microBatch = outcome.microBatch() > 0 ? outcome.microBatch() : microBatch;
    endings.merge(outcome.ending(), 1, Integer::sum);
    forgiven = false;
    last = outcome;
    if (whole(outcome) && (longest == null || size(outcome) > size(longest))) {
      longest = outcome;
    }
  }

  /** Epochs that an attempt took over from the one before, to go on from there. */
  private static int common(Outcome before, Outcome outcome) {
    int least = before == null ? 0 : Math.min(size(before), size(outcome));
    int same = 0;
    while (same < least && before.history().get(same).equals(outcome.history().get(same))) {
      same++;
    }
    return same;
  }

  private static int size(Outcome outcome) {
    return outcome.history().size();
  }

  /** Whether no epoch is missing: of a worker that died only those are known that it reported. */
  private static boolean whole(Outcome outcome) {
    List<Epoch> history = outcome.history();
    return !history.isEmpty() && history.get(history.size() - 1).epoch() == history.size();
  }

  /** Lets it run again with all its retries, if it ended in one of these ways. */
  void forgive(Set<Ending> ways) {
    if (!forgiven && ways.contains(last.ending())) {
      forgiven = true;
      endings.clear();
    }
  }

  /** Number of the last attempt; 0 for none. */
  int attempts() {
    return attempts;
  }

  /** Epochs trained over all attempts, those that were trained twice twice. */
  int trained() {
    return trained;
  }

  /** Epochs that it was stopped after, from where it can go on. */
  int reached() {
    return last != null && last.ending() == Ending.STOPPED ? size(last) : 0;
  }

  /** Images at once in the last attempt that had fewer than the batch; 0 for the whole batch. */
  int microBatch() {
    return microBatch;
  }

  /** How often it has ended so. */
  int count(Ending ending) {
    return endings.getOrDefault(ending, 0);
  }

  /** How it ended last, if that stands. */
  Optional<Outcome> last() {
    return forgiven ? Optional.empty() : Optional.ofNullable(last);
  }

  /** How it stood after so many epochs, however it went on; empty where it has not come so far. */
  Optional<Outcome> after(int epochs) {
    return longest == null || size(longest) < epochs
        ? Optional.empty()
        : Optional.of(longest.stoppedAfter(epochs));
  }
}
