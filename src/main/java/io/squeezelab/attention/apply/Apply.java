package io.squeezelab.attention.apply;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;

/** How weights act on the map they were computed from. */
public sealed interface Apply permits Scale, ResidualScale, Add, Mix, Apply.Custom {

  /**
   * A join of two inputs, the map (N, C, H, W) and the weights, which broadcast against it → (N, C,
   * H, W).
   */
  Join block(Scope scope, Dims map);

  /** For ways to apply from other jars and cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Apply {}
}
