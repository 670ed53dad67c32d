package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;

/**
 * Mean of positions by weights that are the softmax of a mask: (N, C, H, W) → the kept axes, of
 * which C is one.
 *
 * @param mask (N, C, H, W) → (N, 1, H, W)
 */
record WeightedMean(Keep keep, Layer mask) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    mask.trace(in, sheet);
    return keep.of(in);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    try (NDArray scores = mask.forward(pass, x)) { // (N, 1, H, W)
      return keep.positions() ? profile(x, scores) : everywhere(x, scores);
    }
  }

  private static NDArray everywhere(NDArray x, NDArray scores) {
    long[] s = x.getShape().getShape();
    long pixels = s[2] * s[3];
    try (NDArray column = Ops.reshape(scores, s[0], pixels, 1);
        NDArray weights = Maths.softmax(column, 1); // (N, H·W, 1)
        NDArray rows = Ops.reshape(x, s[0], s[1], pixels);
        NDArray mean = Maths.matmul(rows, weights)) { // (N, C, 1)
      return Ops.reshape(mean, s[0], s[1], 1, 1);
    }
  }

  private NDArray profile(NDArray x, NDArray scores) {
    int axis = keep.reduced()[0];
    try (NDArray weights = Maths.softmax(scores, axis); // (N, 1, H, W)
        NDArray weighed = Ops.mul(x, weights)) { // (N, C, H, W)
      return Maths.sum(weighed, axis);
    }
  }
}
