package io.squeezelab.train;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Up to {@code peak} in a straight line, and down again to almost nothing. With {@code anneal:
 * linear} the rates are those of PyTorch's OneCycleLR with linear annealing.
 *
 * @param warmUp epochs of the rise
 * @param startDivisor the first step has peak / startDivisor
 * @param endDivisor the last step has that first rate / endDivisor
 */
@From(value = "Super-Convergence", link = "https://arxiv.org/abs/1708.07120")
public record OneCycle(
    double peak,
    @Default("1") double warmUp,
    @Default("linear") Anneal anneal,
    @Default("25") double startDivisor,
    @Default("1e4") double endDivisor)
    implements Rate {
  public OneCycle {
    Check.above("peak", 0, peak);
    Check.atLeast("warmUp", 0, warmUp);
    Check.atLeast("startDivisor", 1, startDivisor);
    Check.atLeast("endDivisor", 1, endDivisor);
  }

  /** The way down. */
  public enum Anneal {
    LINEAR,
    COSINE
  }

  @Override
  public void check(int epochs) {
    Check.atMost("warmUp", epochs, warmUp);
  }

  @Override
  public double at(int step, Span span) {
    double start = peak / startDivisor;
    double end = start / endDivisor;
    int top = Math.max(0, span.steps(warmUp) - 1);
    int last = span.steps() - 1;
    if (step <= top && top > 0) {
      return start + (peak - start) * step / top;
    }
    double done = (double) (step - top) / Math.max(1, last - top);
    double left = anneal == Anneal.LINEAR ? 1 - done : (1 + Math.cos(Math.PI * done)) / 2;
    return end + (peak - end) * left;
  }
}
