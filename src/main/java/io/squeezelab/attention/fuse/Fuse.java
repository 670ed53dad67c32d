package io.squeezelab.attention.fuse;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;

/** Makes one map of several that are expressions of the same thing. */
public sealed interface Fuse permits Sum, Fuse.Custom {

  /** A join of {@code inputs} maps (N, C, H, W) → (N, C, H, W). */
  Join block(Scope scope, Dims map, int inputs);

  /** For fusions from other jars and notebook cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Fuse {}
}
