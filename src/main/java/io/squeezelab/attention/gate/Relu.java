package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** max(0, x): weights without an upper bound. */
@From(
    value = "Squeeze-and-Excitation Networks, table 12",
    link = "https://arxiv.org/abs/1709.01507")
public record Relu() implements Gate {
  @Override
  public NDArray of(Pass pass, NDArray logits) {
    return Ops.relu(logits);
  }
}
