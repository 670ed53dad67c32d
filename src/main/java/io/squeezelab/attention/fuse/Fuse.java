package io.squeezelab.attention.fuse;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;

/** Makes one map of several that are expressions of the same thing. */
public sealed interface Fuse permits Sum, Select, Each, Compete, Blend, Fuse.Custom {

  /**
   * A join of {@code inputs} maps (N, C, H, W) → (N, C, H, W), or (N, k·C, H, W) where they are
   * joined along the channels. Its last operation must not need its own result for its gradient.
   *
   * @param map shape of each input
   * @throws io.squeezelab.spec.Problem if so many maps of such a shape cannot be fused
   */
  Join block(Scope scope, Dims map, int inputs);

  /**
   * The same, for a fusion whose inputs were made of one map with {@code source} channels, which
   * may be more or fewer than each input has.
   */
  default Join block(Scope scope, Dims map, int inputs, int source) {
    return block(scope, map, inputs);
  }

  /** In how many parts the output's channels fall: k where the inputs are joined along them. */
  default int parts(int inputs) {
    return 1;
  }

  /**
   * Refuses inputs that are all the same map.
   *
   * @throws io.squeezelab.spec.Problem with the reason
   */
  default void fitsEqual() {}

  /** For fusions from other jars and notebook cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Fuse {}
}
