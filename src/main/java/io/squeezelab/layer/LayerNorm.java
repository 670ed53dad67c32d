package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
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

/**
 * Layer normalisation over the channels of each position (Ba et al. 2016, arXiv 1607.06450): (N, C,
 * H, W) → the same. Parameters {@code weight}, {@code bias} (C).
 */
public record LayerNorm(String name, Parameter weight, Parameter bias, double eps)
    implements Layer {

  public static LayerNorm of(Scope scope, int channels, double eps) {
    return new LayerNorm(
        scope.path(),
        scope.vector("weight", Init.ONES, channels),
        scope.vector("bias", Init.ZEROS, channels),
        eps);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return sheet.add(
        new Line(name, "layer-norm", in, in, new Cost(2L * weight.size(), 0, 0, 0, 0)));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] shape = x.getShape().getShape(); // (N, C, H, W)
    if (shape[2] * shape[3] == 1) {
      try (NDArray rows = Ops.reshape(x, shape[0], shape[1]);
          NDArray normed = Maths.layerNorm(rows, pass.get(weight), pass.get(bias), eps)) {
        return Ops.reshape(normed, shape);
      }
    }
    try (NDArray last = Shapes.permute(x, 0, 2, 3, 1); // (N, H, W, C)
        NDArray normed = Maths.layerNorm(last, pass.get(weight), pass.get(bias), eps)) {
      return Shapes.permute(normed, 0, 3, 1, 2);
    }
  }
}
