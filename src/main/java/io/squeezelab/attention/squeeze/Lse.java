package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Stats;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Logarithm of the sum of exponentials over the axes that go, a smooth maximum: (N, C, H, W) → the
 * kept axes. Nothing to learn; reads the map twice (its largest number, then the distances to it),
 * so that no exponential overflows.
 */
@From(
    value = "CBAM, released code (pool type lse)",
    link = "https://github.com/Jongchan/attention-module")
public record Lse(@Default("channel") Keep keep) implements Squeeze {
  public Lse {
    Statistic.check(keep);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return Statistic.of(scope, this, 2, (pass, x, axes) -> Stats.logSumExp(x, axes));
  }
}
