package io.squeezelab.experiment;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Period;

/**
 * Where a sweep ends although there is more to run. A trial under way is finished.
 *
 * @param trials that have a result, earlier sweeps of the experiment included; 0 for no limit
 * @param time of one run of the sweep; null for no limit
 * @param epochs trained, earlier sweeps included; 0 for no limit
 */
public record Budget(
    @Default("0") int trials, @Default("null") Period time, @Default("0") int epochs) {
  public Budget {
    Check.atLeast("trials", 0, trials);
    Check.atLeast("epochs", 0, epochs);
    time = Period.NEVER.equals(time) ? null : time;
  }

  /** Whether results of earlier sweeps count. */
  public boolean counts() {
    return trials > 0 || epochs > 0;
  }
}
