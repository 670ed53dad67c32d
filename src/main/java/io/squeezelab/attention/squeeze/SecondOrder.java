package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;

/** Covariance of channels over positions: (N, d, H, W) → (N, d, d, 1). */
record SecondOrder() implements Layer {

  /** With what GSoP has before and behind it. */
  static Layer of(Scope scope, Covariance squeeze, int in) {
    int d = squeeze.channels();
    Scope reduce = scope.in("reduce");
    Scope rows = scope.in("rows");
    Window pixel = Window.square(1).stride(squeeze.stride());
    Window row = Window.whole(d, 1).groups(d);
    return Chain.of(
        squeeze.rectified() ? new Relu() : Layer.IDENTITY,
        Conv.of(reduce, in, d, pixel, true),
        BatchNorm.of(reduce.in("norm"), d),
        new Relu(),
        new SecondOrder(),
        BatchNorm.of(rows.in("norm"), d),
        Conv.of(rows, d, squeeze.expansion() * d, row, true));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return new Dims(in.channels(), in.channels(), 1);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] s = x.getShape().getShape();
    try (NDArray mean = Ops.globalMean(x);
        NDArray still = mean.stopGradient(); // deviations sum to 0, so that its gradient is 0
        NDArray deviations = Ops.sub(x, still); // (N, d, H, W)
        NDArray rows = Ops.reshape(deviations, s[0], s[1], s[2] * s[3]);
        NDArray columns = Shapes.permute(rows, 0, 2, 1);
        NDArray products = Maths.matmul(rows, columns); // (N, d, d)
        NDArray means = Ops.mul(products, pass.constant(1.0 / (s[2] * s[3])))) {
      return Ops.reshape(means, s[0], s[1], s[1], 1);
    }
  }
}
