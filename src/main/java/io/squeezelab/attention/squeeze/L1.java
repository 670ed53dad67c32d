package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Sum of absolute values over the axes that go: (N, C, H, W) → the kept axes. Nothing to learn;
 * reads the map once.
 *
 * @param mean divides by how many they are
 * @param absolute false sums the numbers as they are: the same where none is negative, such as
 *     after a ReLU
 */
@From(
    value = "Gated Channel Transformation, section 3.1, and its released code",
    link = "https://arxiv.org/abs/1909.11519")
public record L1(
    @Default("channel") Keep keep,
    @Default("false") boolean mean,
    @Default("true") boolean absolute)
    implements Squeeze {
  public L1 {
    Statistic.check(keep);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return Statistic.of(scope, this, 1, absolute ? this::norm : this::total);
  }

  private NDArray norm(Pass pass, NDArray x, int[] axes) {
    try (NDArray sizes = Maths.abs(x)) {
      return total(pass, sizes, axes);
    }
  }

  private NDArray total(Pass pass, NDArray x, int[] axes) {
    return mean ? Ops.mean(pass, x, axes) : Maths.sum(x, axes);
  }
}
