package io.squeezelab.agenda;

import io.squeezelab.experiment.Budget;
import io.squeezelab.experiment.RunPolicy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Counts what a sweep uses up, and says when that is enough. */
final class Limits {
  private final Budget budget;
  private final int maxFailures;
  private final int most;
  private final LongSupplier clock;
  private final long began;
  private final Set<String> trials = new HashSet<>();
  private final Set<String> now = new HashSet<>();
  private long epochs;
  private int failures;

  /**
   * @param most trials of this run; 0 for no limit
   * @param clock in nanoseconds, from anywhere
   */
  Limits(Budget budget, RunPolicy run, int most, LongSupplier clock) {
    this.budget = budget;
    this.maxFailures = run.maxFailures();
    this.most = most;
    this.clock = clock;
    this.began = clock.getAsLong();
  }

  /** A trial of the experiment that may have results. */
  void stored(String id, Past past) {
    if (past.attempts() > 0 && trials.add(id)) {
      epochs += past.trained();
    }
  }

  /**
   * A trial is given out, or given out again.
   *
   * @param planned epochs that it is to be trained for
   */
  void given(String id, int planned) {
    trials.add(id);
    now.add(id);
    epochs += planned;
  }

  /** A trial was trained for so many epochs more than was planned. */
  void corrected(int over) {
    epochs += over;
  }

  void failed() {
    failures++;
  }

  /** Why nothing at all is given out any more, retries included. */
  Optional<Halt> closed() {
    if (maxFailures > 0 && failures >= maxFailures) {
      String many = failures == 1 ? "a trial has" : failures + " trials have";
      String so = " ended without completing, which run.max-failures does not let pass";
      return Optional.of(new Halt(many + so, "mend the cause and " + Halt.SAME, true));
    }
    if (budget.time() != null && passed().compareTo(budget.time().duration()) >= 0) {
      String used = "the budget of " + budget.time() + " (budget.time) is used up";
      return Optional.of(new Halt(used, Halt.SAME, false));
    }
    return Optional.empty();
  }

  /** Why this trial is not given out. */
  Optional<Halt> against(String id) {
    if (closed().isPresent()) {
      return closed();
    }
    if (most > 0 && !now.contains(id) && now.size() >= most) {
      return Optional.of(new Halt("--max-trials " + most + " is reached", Halt.SAME, false));
    }
    if (budget.trials() > 0 && !trials.contains(id) && trials.size() >= budget.trials()) {
      return used(budget.trials(), "trials");
    }
    if (budget.epochs() > 0 && epochs >= budget.epochs()) {
      return used(budget.epochs(), "epochs");
    }
    return Optional.empty();
  }

  private static Optional<Halt> used(int budget, String what) {
    String used = "the budget of %d %s (budget.%s) is used up".formatted(budget, what, what);
    return Optional.of(new Halt(used, "raise it in the file and " + Halt.SAME, false));
  }

  private Duration passed() {
    return Duration.ofNanos(clock.getAsLong() - began);
  }
}
