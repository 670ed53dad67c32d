package io.squeezelab.experiment;

import io.squeezelab.cost.Cost;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;

/**
 * What an arm has to cost, so that arms are compared at equal cost, and the whole number of it that
 * is free to be chosen.
 *
 * @param free path of that number; null for the attention's reduction or, where it has none, the
 *     backbone's width
 * @param params trainable numbers to reach, or null
 * @param macs multiply-adds for one image to reach, or null; one of the two is given
 * @param tolerance how far off the target the cost may stay: a share of the target or, where a
 *     difference to the baseline is asked for, of that difference, since a share of the whole would
 *     take no difference at all for a small one; null for 1 % and 10 %
 */
record Match(
    @Default("null") String free,
    @Default("null") Aim params,
    @Default("null") Aim macs,
    @Default("null") Percent tolerance) {
  private static final Percent OF_A_COST = new Percent("1%");
  private static final Percent OF_A_DIFFERENCE = new Percent("10%");

  Match {
    Check.that((params == null) != (macs == null), "", "needs params or macs, one of them");
  }

  Aim aim() {
    return params == null ? macs : params;
  }

  /** The tolerance, written or not. */
  Percent within() {
    if (tolerance != null) {
      return tolerance;
    }
    return aim().difference() ? OF_A_DIFFERENCE : OF_A_COST;
  }

  /** Which of its fields says what to reach. */
  String field() {
    return params == null ? "macs" : "params";
  }

  /** In the words of tables: {@code parameters}. */
  String measure() {
    return params == null ? "MACs" : "parameters";
  }

  long of(Cost cost) {
    return params == null ? cost.macs() : cost.params();
  }
}
