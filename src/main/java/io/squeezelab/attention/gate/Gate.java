package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Pass;

/** Turns logits into weights, without changing their shape. Nothing to learn. */
public sealed interface Gate
    permits Sigmoid,
        HardSigmoid,
        Tanh,
        Relu,
        OnePlusTanh,
        Softmax,
        Identity,
        TwoSigmoid,
        EluPlusOne,
        Gate.Custom {

  /** (N, C', H', W') → (N, C', H', W'). */
  NDArray of(Pass pass, NDArray logits);

  /**
   * Refuses logits of a shape on which this gate makes no sense.
   *
   * @throws io.squeezelab.spec.Problem with the reason
   */
  default void fits(Dims logits) {}

  /**
   * For the weights of k inputs that are fused: (N, k, C', H', W') → the same. Elementwise, unless
   * the inputs compete.
   */
  default NDArray across(Pass pass, NDArray logits) {
    return of(pass, logits);
  }

  /** Whether the weights of k inputs that are fused sum to 1. */
  default boolean competes() {
    return false;
  }

  /** For gates from other jars and notebook cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Gate {}
}
