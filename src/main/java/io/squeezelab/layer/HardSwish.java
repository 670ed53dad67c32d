package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** x·min(max(x + 3, 0), 6) / 6: a swish in pieces. */
@From(value = "MobileNetV3, section 5.2", link = "https://arxiv.org/abs/1905.02244")
public record HardSwish() implements Activation {
  @Override
  public NDArray forward(Pass pass, NDArray x) {
    try (NDArray gate = Maths.hardSigmoid(pass, x)) {
      return Ops.mul(x, gate);
    }
  }
}
