package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** x: the logits are the weights, or what is added to the map. */
@From(value = "GCNet, equation 5", link = "https://arxiv.org/abs/1904.11492")
public record Identity() implements Gate {
  @Override
  public NDArray of(Pass pass, NDArray logits) {
    return logits;
  }
}
