package io.squeezelab.train;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Half a cosine from {@code base} down to {@code floor}, which the step after the last would have.
 *
 * @param warmUp epochs of linear rise before the cosine starts
 */
@From(value = "SGDR, equation 5, without restarts", link = "https://arxiv.org/abs/1608.03983")
public record Cosine(double base, @Default("0") double floor, @Default("0") double warmUp)
    implements Rate {
  public Cosine {
    Check.above("base", 0, base);
    Check.atLeast("floor", 0, floor);
    Check.atLeast("warmUp", 0, warmUp);
  }

  @Override
  public void check(int epochs) {
    Check.atMost("warmUp", epochs, warmUp);
  }

  @Override
  public double at(int step, Span span) {
    int warm = span.steps(warmUp);
    double done = (double) (step - warm) / Math.max(1, span.steps() - warm);
    double after = floor + (base - floor) / 2 * (1 + Math.cos(Math.PI * done));
    return Rate.warm(step, warm, base, after);
  }
}
