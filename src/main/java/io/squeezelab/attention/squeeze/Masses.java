package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;

/**
 * Mean share of the positions that each of k centres holds: (N, C, H, W) → (N, k, 1, 1).
 *
 * @param scores (N, C, H, W) → (N, k, H, W)
 */
record Masses(Layer scores) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return new Dims(scores.trace(in, sheet).channels(), 1, 1);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    try (NDArray near = scores.forward(pass, x);
        NDArray shares = Maths.softmax(near, 1)) { // (N, k, H, W)
      return Ops.globalMean(shares);
    }
  }
}
