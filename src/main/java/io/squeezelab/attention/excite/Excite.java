package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;

/**
 * Turns a descriptor into logits by learning relations along one or more of its kept axes: (N,
 * S·C', H', W') → usually (N, C', H', W').
 */
public sealed interface Excite
    permits Bottleneck,
        Fc,
        Diagonal,
        Conv1d,
        Conv2d,
        Dilated,
        Coordinate,
        Strip,
        StyleIntegration,
        ChannelNorm,
        Mscam,
        Simam,
        GroupSimilarity,
        SpatialNorm,
        Grouped,
        Conv1x1,
        MultiScale,
        SelfAttention,
        LocalGlobal,
        LinearContext,
        Identity,
        Excite.Custom {

  /**
   * A layer from the descriptor's array to logits (N, G, H', W'): G is 1, C or a divisor of it, H'
   * and W' are 1, the map's, or fewer (weights of neighbourhoods).
   *
   * @throws io.squeezelab.spec.Problem if these relations make no sense along the kept axes
   */
  Layer block(Scope scope, Descriptor descriptor);

  /** For excitations from other jars and cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Excite {}
}
