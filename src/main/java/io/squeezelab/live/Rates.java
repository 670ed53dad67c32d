package io.squeezelab.live;

import java.util.HashMap;
import java.util.Map;

/**
 * Seconds that an epoch takes, all in: loading, evaluation, checkpoints. By arm where a trial of
 * the arm has told; else by the multiply-adds of the arms that have; else the mean of them.
 */
final class Rates {
  private static final Sum NOTHING = new Sum(0, 0, 0);

  private final Map<String, Sum> arms = new HashMap<>();

  /**
   * @param work epochs times multiply-adds, 0 where these are not known
   */
  private record Sum(double seconds, double epochs, double work) {
    Sum plus(Sum other) {
      return new Sum(seconds + other.seconds, epochs + other.epochs, work + other.work);
    }
  }

  private Sum all = NOTHING;
  private boolean weighed = true;

  void add(String arm, long macs, double epochs, double seconds) {
    if (epochs <= 0) {
      return; // it died before its first step, which tells nothing of the others
    }
    Sum one = new Sum(seconds, epochs, epochs * macs);
    arms.merge(arm, one, Sum::plus);
    all = all.plus(one);
    weighed &= macs > 0;
  }

  /** A trial that has ended now. */
  void add(Running one, long now) {
    add(one.job().arm(), one.macs(), one.trained(), one.seconds(now));
  }

  boolean empty() {
    return arms.isEmpty();
  }

  /** NaN while nothing is known. */
  double of(String arm, long macs) {
    Sum own = arms.get(arm);
    if (own != null) {
      return own.seconds / own.epochs;
    }
    return weighed && macs > 0 ? all.seconds / all.work * macs : all.seconds / all.epochs;
  }
}
