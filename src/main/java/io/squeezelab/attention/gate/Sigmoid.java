package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** 1 / (1 + e⁻ˣ): weights between 0 and 1 that do not compete. */
@From(
    value = "Squeeze-and-Excitation Networks, equation 3",
    link = "https://arxiv.org/abs/1709.01507")
public record Sigmoid() implements Gate {
  @Override
  public NDArray of(Pass pass, NDArray logits) {
    return Ops.sigmoid(logits);
  }
}
