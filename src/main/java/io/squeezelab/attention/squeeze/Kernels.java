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

/** Convolutions that leave nothing of the axes that go: one learned weighted sum along them. */
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

  /** As long as each axis that goes, and 1 along those that stay; a kernel for each channel. */
  private static Layer one(Scope scope, Keep keep, Dims map, boolean bias) {
    int in = map.channels();
    int out = keep.of(map).channels();
    if (keep == Keep.SPATIAL) {
      return Pointwise.of(scope, in, out, bias);
    }
    int height = keep.keeps(2) ? 1 : map.height();
    int width = keep.keeps(3) ? 1 : map.width();
    Window window = Window.whole(height, width).groups(keep.keeps(1) ? in : 1);
    return Conv.of(scope, in, out, window, bias);
  }
}
