package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Pass;

/** Nothing: two linear maps without anything between them. */
public record Linear() implements Activation {
  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return x;
  }
}
