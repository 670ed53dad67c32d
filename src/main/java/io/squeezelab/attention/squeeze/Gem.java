package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Stats;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Generalised mean over the axes that go: (mean of max(x, eps)ᵖ)^(1/p), the mean for p = 1 and
 * nearer to the maximum the larger p. (N, C, H, W) → the kept axes. Parameter {@code p} (1), if it
 * is learned; reads the map once. Powers above 3e38 overflow.
 *
 * @param p at the start
 * @param eps least number that counts, in the map's unit; numbers below it count as this
 */
@From(value = "GeM, equation 3", link = "https://arxiv.org/abs/1711.02512")
public record Gem(
    @Default("channel") Keep keep,
    @Default("3") double p,
    @Default("true") boolean learnable,
    @Default("1e-6") double eps)
    implements Squeeze {
  public Gem {
    Statistic.check(keep);
    Check.above("p", 0, p);
    Check.above("eps", 0, eps);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    Parameter power = learnable ? scope.vector("p", Init.constant((float) p), 1) : null;
    return new Statistic(
        scope.path(), this, 1, learnable ? 1 : 0, (pass, x, axes) -> mean(pass, power, x, axes));
  }

  private NDArray mean(Pass pass, Parameter power, NDArray x, int[] axes) {
    NDArray exponent = power == null ? pass.constant(p) : pass.get(power);
    return Stats.powerMean(pass, x, exponent, eps, axes);
  }
}
