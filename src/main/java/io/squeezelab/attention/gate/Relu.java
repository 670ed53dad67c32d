package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;

/**
 * max(0, x): weights without an upper bound.
 *
 * @see <a href="https://arxiv.org/abs/1709.01507">Squeeze-and-Excitation Networks, table 12</a>
 */
public record Relu() implements Gate {
  @Override
  public NDArray of(Pass pass, NDArray logits) {
    return Ops.relu(logits);
  }
}
