package io.squeezelab.attention.apply;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * α·X + β·(X·w): how much of the map stays and how much of its attended self is added, both
 * learned. Computed as X·(α + β·w), so the map is read once. Parameters {@code alpha} (1), {@code
 * beta} (1).
 *
 * @param alpha where α starts; with both at 1 the module starts as {@code residual-scale}, with 0
 *     and 1 as {@code scale}
 * @param beta where β starts
 */
@From("this project")
public record Mix(@Default("1") double alpha, @Default("1") double beta) implements Apply {
  public Mix {
    Check.within("alpha", -1e6, 1e6, alpha);
    Check.within("beta", -1e6, 1e6, beta);
  }

  @Override
  public Join block(Scope scope, Dims map) {
    Parameter a = scope.vector("alpha", Init.constant((float) alpha), 1);
    Parameter b = scope.vector("beta", Init.constant((float) beta), 1);
    return new Weighted(
        scope.path(),
        "mix",
        2,
        (pass, weights) -> {
          try (NDArray share = Ops.mul(weights, pass.get(b))) {
            return Ops.add(share, pass.get(a));
          }
        });
  }
}
