package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;

/**
 * 1 / (1 + e⁻ˣ): weights between 0 and 1 that do not compete.
 *
 * @see <a href="https://arxiv.org/abs/1709.01507">Squeeze-and-Excitation Networks, equation 3</a>
 */
public record Sigmoid() implements Gate {
  @Override
  public NDArray of(Pass pass, NDArray logits) {
    return Ops.sigmoid(logits);
  }
}
