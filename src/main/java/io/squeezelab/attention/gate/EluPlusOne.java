package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** x + 1 where x is positive, eˣ elsewhere: positive, unbounded, 1 where the logit is 0. */
@From(value = "Linear transformers, equation 7", link = "https://arxiv.org/abs/2006.16236")
public record EluPlusOne() implements Gate {
  @Override
  public NDArray of(Pass pass, NDArray logits) {
    try (NDArray elu = Maths.elu(logits)) {
      return Ops.add(elu, pass.constant(1));
    }
  }
}
