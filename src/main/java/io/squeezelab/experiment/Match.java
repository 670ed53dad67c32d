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
 * @param tolerance how far off the target the cost may stay
 */
record Match(
    @Default("null") String free,
    @Default("null") Aim params,
    @Default("null") Aim macs,
    @Default("1%") Percent tolerance) {
  Match {
    Check.that((params == null) != (macs == null), "", "needs params or macs, one of them");
  }

  Aim aim() {
    return params == null ? macs : params;
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
