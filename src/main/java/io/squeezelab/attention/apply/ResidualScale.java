package io.squeezelab.attention.apply;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.spec.From;

/** X·(1 + w): the map plus its attended self. Nothing to learn; reads the map once. */
@From(value = "BAM, equation 1", link = "https://arxiv.org/abs/1807.06514")
public record ResidualScale() implements Apply {
  @Override
  public Join block(Scope scope, Dims map) {
    return new Weighted(
        scope.path(), "scale", 0, (pass, weights) -> Ops.add(weights, pass.constant(1)));
  }
}
