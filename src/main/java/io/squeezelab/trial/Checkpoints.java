package io.squeezelab.trial;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Period;

/**
 * When a trial writes down where it is; whichever comes first.
 *
 * @param epochs after every so many epochs; 0 for never
 * @param time once this has passed since the last one, also within an epoch
 */
public record Checkpoints(@Default("0") int epochs, @Default("10m") Period time) {
  public Checkpoints {
    Check.atLeast("epochs", 0, epochs);
  }
}
