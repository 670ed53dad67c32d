package io.squeezelab.train;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.util.List;

/**
 * {@code base · factorⁿ} once n milestones are reached.
 *
 * @param milestones epochs, rising; the first step of that epoch (counted from 0) has the new rate
 * @param warmUp epochs of linear rise
 */
public record Multistep(
    double base,
    List<Integer> milestones,
    @Default("0.1") double factor,
    @Default("0") double warmUp)
    implements Rate {
  public Multistep {
    Check.above("base", 0, base);
    Check.above("factor", 0, factor);
    Check.atLeast("warmUp", 0, warmUp);
    milestones.forEach(m -> Check.atLeast("milestones", 1, m));
    Check.that(
        milestones.stream().sorted().distinct().toList().equals(milestones),
        "milestones",
        "must rise, are " + milestones);
  }

  @Override
  public void check(int epochs) {
    Check.atMost("warmUp", epochs, warmUp);
    milestones.forEach(m -> Check.atMost("milestones", epochs, m));
  }

  @Override
  public double at(int step, Span span) {
    long reached = milestones.stream().filter(m -> step >= span.steps(m)).count();
    return Rate.warm(step, span.steps(warmUp), base, base * Math.pow(factor, reached));
  }
}
