package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** x·sigmoid(x), also called swish. */
@From(value = "Swish, arXiv 1710.05941", link = "https://arxiv.org/abs/1710.05941")
public record Silu() implements Activation {
  @Override
  public NDArray forward(Pass pass, NDArray x) {
    try (NDArray gate = Ops.sigmoid(x)) {
      return Ops.mul(x, gate);
    }
  }
}
