package io.squeezelab.live;

import java.util.Collection;
import java.util.PriorityQueue;

/**
 * About how long a sweep takes from now on: trials under way by their epochs to go, then those that
 * wait, in their order, each on the slot that is free first.
 */
final class Remaining {
  private final Rates rates;
  private final Collection<Running> running;
  private final long now;

  /**
   * @param known what epochs of this sweep took, of trials that have ended
   * @param now nanoseconds, by the clock of the trials under way
   */
  Remaining(Rates known, Collection<Running> running, long now) {
    this.running = running;
    this.now = now;
    this.rates = known.empty() ? first() : known;
  }

  /** Before any trial has ended, those under way tell by how far they are. */
  private Rates first() {
    Rates some = new Rates();
    for (Running one : running) {
      some.add(one.job().arm(), one.macs(), one.trained(), one.secondsHeard());
    }
    return some;
  }

  /**
   * @return seconds; NaN while nothing is known
   */
  double seconds(Collection<Ahead> waiting, int slots) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    double end = 0;
    for (Running one : running) {
      double left = left(one);
      free.add(left);
      end = Math.max(end, left);
    }
    while (free.size() < Math.max(1, slots)) {
      free.add(0.0);
    }
    for (Ahead one : waiting) {
      double ended = free.poll() + one.epochs() * rates.of(one.arm(), one.macs());
      free.add(ended);
      end = Math.max(end, ended);
    }
    return end;
  }

  private double left(Running one) {
    double rate = rates.of(one.job().arm(), one.macs());
    return Math.max(0, one.ahead() * rate - one.sinceHeard(now));
  }
}
