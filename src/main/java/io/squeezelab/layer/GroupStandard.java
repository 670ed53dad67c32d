package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;

/**
 * Mean 0 and variance 1 (the population's, plus eps) over each group of channels of each position:
 * (N, C, H, W) → the same. Nothing to learn.
 */
public record GroupStandard(int groups, double eps) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return in;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] s = x.getShape().getShape(); // (N, C, H, W)
    if (s[2] * s[3] == 1) {
      try (NDArray rows = Ops.reshape(x, s[0], groups, s[1] / groups);
          NDArray standard = Maths.standard(rows, eps)) {
        return Ops.reshape(standard, s);
      }
    }
    try (NDArray last = Shapes.permute(x, 0, 2, 3, 1); // (N, H, W, C)
        NDArray rows = Ops.reshape(last, s[0], s[2] * s[3], groups, s[1] / groups);
        NDArray standard = Maths.standard(rows, eps);
        NDArray back = Ops.reshape(standard, s[0], s[2], s[3], s[1])) {
      return Shapes.permute(back, 0, 3, 1, 2);
    }
  }
}
