package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** min(max(x + 3, 0), 6) / 6: a sigmoid in three straight pieces. */
@From(value = "MobileNetV3, section 5.2", link = "https://arxiv.org/abs/1905.02244")
public record HardSigmoid() implements Gate {
  @Override
  public NDArray of(Pass pass, NDArray logits) {
    try (NDArray shifted = Ops.add(logits, pass.constant(3));
        NDArray positive = Ops.relu(shifted);
        NDArray bounded = Ops.minimum(positive, pass.constant(6))) {
      return Ops.mul(bounded, pass.constant(1.0 / 6));
    }
  }
}
