package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** min(max(0, x), 6), element by element. */
@From(value = "MobileNetV2, section 3", link = "https://arxiv.org/abs/1801.04381")
public record Relu6() implements Activation {
  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return Maths.relu6(pass, x);
  }
}
