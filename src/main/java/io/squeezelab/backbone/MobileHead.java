package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.GlobalMean;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Window;

/** What stands between the last block and the classifier: (N, C, H, W) → (N, K, 1, 1). */
@FunctionalInterface
interface MobileHead {
  Layer POOL = new GlobalMean("global_pool");

  /** The pool alone, as in MobileNetV1. */
  MobileHead POOLED = (root, map, units) -> POOL;

  Layer of(Scope root, Dims map, MobileUnits units);

  /** A 1x1 convolution to so many channels, {@code conv_head} and {@code bn2}, and the pool. */
  static MobileHead widened(int channels, Activation activation) {
    return (root, map, units) ->
        Chain.of(
            Conv.of(root.in("conv_head"), map.channels(), channels, 1, 1),
            units.norm(root.in("bn2"), channels),
            activation,
            POOL);
  }

  /**
   * A 1x1 convolution {@code conv} and {@code bn1} in the scope behind the last stage's, the pool,
   * and a second 1x1 convolution {@code conv_head} with a bias on what is pooled.
   */
  static MobileHead twice(Object behind, int before, int after, Activation activation) {
    return (root, map, units) ->
        Chain.of(
            Conv.of(root.in("blocks").in(behind).in(0).in("conv"), map.channels(), before, 1, 1),
            units.norm(root.in("blocks").in(behind).in(0).in("bn1"), before),
            activation,
            POOL,
            Conv.of(root.in("conv_head"), before, after, Window.square(1), true),
            activation);
  }
}
