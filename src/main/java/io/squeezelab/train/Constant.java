package io.squeezelab.train;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;

/**
 * The same rate in every step.
 *
 * @param warmUp epochs of linear rise before it
 */
public record Constant(double base, @Default("0") double warmUp) implements Rate {
  public Constant {
    Check.above("base", 0, base);
    Check.atLeast("warmUp", 0, warmUp);
  }

  @Override
  public void check(int epochs) {
    Check.atMost("warmUp", epochs, warmUp);
  }

  @Override
  public double at(int step, Span span) {
    return Rate.warm(step, span.steps(warmUp), base, base);
  }
}
