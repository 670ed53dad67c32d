package io.squeezelab.train;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;

/**
 * {@code base · factorⁿ} after n periods.
 *
 * @param every length of a period in epochs
 * @param warmUp epochs of linear rise; the periods count from the start all the same
 */
public record Step(
    double base, int every, @Default("0.1") double factor, @Default("0") double warmUp)
    implements Rate {
  public Step {
    Check.above("base", 0, base);
    Check.atLeast("every", 1, every);
    Check.above("factor", 0, factor);
    Check.atLeast("warmUp", 0, warmUp);
  }

  @Override
  public void check(int epochs) {
    Check.atMost("warmUp", epochs, warmUp);
  }

  @Override
  public double at(int step, Span span) {
    int periods = step / span.steps(every);
    return Rate.warm(step, span.steps(warmUp), base, base * Math.pow(factor, periods));
  }
}
