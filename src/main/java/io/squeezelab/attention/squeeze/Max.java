package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Largest number over the axes that go; the gradient goes to the one position that holds it. (N, C,
 * H, W) → the kept axes. Nothing to learn; reads the map once.
 */
@From(
    value = "Squeeze-and-Excitation Networks, table 11",
    link = "https://arxiv.org/abs/1709.01507")
public record Max(@Default("channel") Keep keep) implements Squeeze {
  public Max {
    Statistic.check(keep);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return Statistic.of(scope, this, 1, (pass, x, axes) -> Ops.max(x, axes));
  }
}
