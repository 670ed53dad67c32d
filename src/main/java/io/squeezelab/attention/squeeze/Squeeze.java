package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;

/**
 * Summarises a feature map: (N, C, H, W) → (N, S·C', H', W'), where C', H', W' are the sizes of the
 * kept axes and 1 elsewhere, and S is the number of statistics, stacked along the channel axis.
 */
public sealed interface Squeeze
    permits Avg,
        Max,
        AvgMax,
        Several,
        Std,
        Style,
        L1,
        L2,
        Gem,
        Lse,
        Extent,
        None,
        AttentionPool,
        Conv,
        Linear,
        Cluster,
        Dct,
        Covariance,
        Pyramid,
        Squeeze.Custom {

  /** The axes that are asked for; {@link Descriptor#keep} says which the array really has. */
  Keep keep();

  /** What the array that {@link #block} makes of a map holds. */
  default Descriptor descriptor(Dims map) {
    return new Descriptor(keep(), map, keep().of(map), 1);
  }

  /** Whether each statistic goes through the excitation by itself, and the logits are added. */
  default boolean apart() {
    return false;
  }

  /**
   * @param map shape of what is squeezed
   * @throws io.squeezelab.spec.Problem if this statistic makes no sense over the axes that go
   */
  Layer block(Scope scope, Dims map);

  /** For squeezes from other jars and notebook cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Squeeze {}
}
