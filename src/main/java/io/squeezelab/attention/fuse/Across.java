package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;

/**
 * Gates the logits of k maps side by side: (N, k·C, H, W), map after map → weights of that shape.
 */
record Across(Gate gate, int inputs) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return in;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] s = x.getShape().getShape();
    try (NDArray apart = Ops.reshape(x, s[0], inputs, s[1] / inputs, s[2], s[3]);
        NDArray weights = gate.across(pass, apart)) {
      return Ops.reshape(weights, s);
    }
  }
}
