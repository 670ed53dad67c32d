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
    NDArray shifted = Ops.relu(Ops.add(logits, pass.constant(3)));
    return Ops.mul(Ops.minimum(shifted, pass.constant(6)), pass.constant(1.0 / 6));
  }
}
