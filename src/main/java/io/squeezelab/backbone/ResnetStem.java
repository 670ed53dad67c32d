package io.squeezelab.backbone;

import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pool;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;

/**
 * How a {@link Resnet} begins: (N, C, H, W) → (N, K, ⌈H/4⌉, ⌈W/4⌉), or (N, K, H, W) where it is
 * small. Parameters {@code conv1} and {@code bn1}; of a deep one {@code conv1.0}, {@code conv1.1}
 * (norm), {@code conv1.3}, {@code conv1.4} (norm), {@code conv1.6} and {@code bn1}.
 *
 * @param width K of one convolution
 * @param deep channels of the first two of three convolutions, the last giving K = 2·deep; 0 for
 *     one convolution
 * @param small whether nothing makes the map smaller
 * @param ceil whether the pool has no zeros around the map, and a last window beyond its edge
 */
record ResnetStem(int width, int deep, boolean small, boolean ceil) {

  Layer layers(Scope root, int channels) {
    Scope conv = root.in("conv1");
    int last = deep == 0 ? width : 2 * deep;
    Layer pool = ceil ? Pool.max("maxpool", 3, 2, 0).ceiled() : Pool.max("maxpool", 3, 2, 1);
    return Chain.of(
        deep == 0 ? Conv.of(conv, channels, width, single()) : three(conv, channels),
        BatchNorm.of(root.in("bn1"), last),
        new Relu(),
        small ? Layer.IDENTITY : pool);
  }

  private Window single() {
    return small ? Window.square(3) : Window.square(7).stride(2);
  }

  private Layer three(Scope conv, int channels) {
    return Chain.of(
        Conv.of(conv.in(0), channels, deep, 3, small ? 1 : 2),
        BatchNorm.of(conv.in(1), deep),
        new Relu(),
        Conv.of(conv.in(3), deep, deep, 3, 1),
        BatchNorm.of(conv.in(4), deep),
        new Relu(),
        Conv.of(conv.in(6), deep, 2 * deep, 3, 1));
  }
}
