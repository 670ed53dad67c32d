package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;

/** max(0, x), element by element. */
public record Relu() implements Activation {
  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return Ops.relu(x);
  }
}
