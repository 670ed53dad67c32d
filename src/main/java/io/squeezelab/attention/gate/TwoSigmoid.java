package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** 2 / (1 + e⁻ˣ): a sigmoid that leaves the map as it is where the logit is 0. */
@From("this project")
public record TwoSigmoid() implements Gate {
  @Override
  public NDArray of(Pass pass, NDArray logits) {
    try (NDArray sigmoid = Ops.sigmoid(logits)) {
      return Ops.mul(sigmoid, pass.constant(2));
    }
  }
}
