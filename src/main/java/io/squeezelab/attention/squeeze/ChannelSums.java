package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Layer;

/**
 * A learned weighted sum of each channel along the axes that go: what a depthwise convolution as
 * long as these axes gives, in a sixth of its time. (N, C, H, W) → the kept axes, C among them.
 * Parameters {@code weight} (C, 1, h, w), h and w being 1 along axes that stay, and {@code bias}
 * (C); one multiply-add for each number of the map.
 *
 * @param bias null for none
 */
record ChannelSums(String name, Keep keep, Parameter weight, Parameter bias) implements Layer {

  static ChannelSums of(Scope scope, Keep keep, Dims map, boolean biased) {
    long height = keep.keeps(2) ? 1 : map.height();
    long width = keep.keeps(3) ? 1 : map.width();
    Parameter weight = scope.weight("weight", Init.uniform(), map.channels(), 1, height, width);
    Parameter bias =
        biased ? scope.vector("bias", Init.uniform(height * width), map.channels()) : null;
    return new ChannelSums(scope.path(), keep, weight, bias);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = keep.of(in);
    long params = weight.size() + (bias == null ? 0 : bias.size());
    return sheet.add(
        new Line(name, "conv", in, out, new Cost(params, 0, in.size(), out.size(), 0)));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray w = pass.get(weight); // (C, 1, h, w)
    try (NDArray lying = Shapes.permute(w, 1, 0, 2, 3); // (1, C, h, w)
        NDArray products = Ops.mul(x, lying)) {
      NDArray sums = Maths.sum(products, keep.reduced());
      if (bias == null) {
        return sums;
      }
      try (NDArray shift = Shapes.perChannel(pass.get(bias))) {
        return Ops.addInto(sums, shift);
      }
    }
  }
}
