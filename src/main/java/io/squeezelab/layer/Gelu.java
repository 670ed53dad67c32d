package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** x·Φ(x), Φ being the normal distribution's. */
@From(value = "GELU", link = "https://arxiv.org/abs/1606.08415")
public record Gelu() implements Activation {
  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return Maths.gelu(x);
  }
}
