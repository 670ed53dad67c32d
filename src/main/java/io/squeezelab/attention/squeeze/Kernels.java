package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.layer.Window;

/** One learned weighted sum along the axes that go. */
final class Kernels {
  private Kernels() {}

  static Layer of(Scope scope, Keep keep, Dims map, Norm norm, boolean bias) {
    Layer sums =
        keep == Keep.CROSS
            ? new Profiles(
                one(scope.in("rows"), Keep.CHANNEL_HEIGHT, map, bias),
                one(scope.in("columns"), Keep.CHANNEL_WIDTH, map, bias))
            : one(scope, keep, map, bias);
    return Chain.of(sums, norm.block(scope.in("norm"), keep.of(map).channels()));
  }

  private static Layer one(Scope scope, Keep keep, Dims map, boolean bias) {
    if (keep == Keep.SPATIAL) {
      return Pointwise.of(scope, map.channels(), 1, bias);
    }
    if (keep.keeps(1)) {
      return ChannelSums.of(scope, keep, map, bias);
    }
    int height = keep.keeps(2) ? 1 : map.height();
    int width = keep.keeps(3) ? 1 : map.width();
    return Conv.of(scope, map.channels(), 1, Window.whole(height, width), bias);
  }
}
