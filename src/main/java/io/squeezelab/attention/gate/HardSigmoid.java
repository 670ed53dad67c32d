package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** min(max(x + 3, 0), 6) / 6: a sigmoid in three straight pieces. */
@From(value = "MobileNetV3, section 5.2", link = "https://arxiv.org/abs/1905.02244")
public record HardSigmoid() implements Gate {
  @Override
  public NDArray of(Pass pass, NDArray logits) {
    return Maths.hardSigmoid(pass, logits);
  }
}
