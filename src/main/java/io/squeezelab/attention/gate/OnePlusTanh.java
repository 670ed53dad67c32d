package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.From;

/** 1 + tanh(x): weights between 0 and 2, 1 where the logit is 0. */
@From(
    value = "Gated Channel Transformation, gating adaptation",
    link = "https://arxiv.org/abs/1909.11519")
public record OnePlusTanh() implements Gate {
  @Override
  public NDArray of(Pass pass, NDArray logits) {
    try (NDArray tanh = Ops.tanh(logits)) {
      return Ops.add(tanh, pass.constant(1));
    }
  }
}
