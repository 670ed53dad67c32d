package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;

/**
 * Mean cross entropy, with PyTorch's label smoothing: a target is {@code 1 - s} on its class plus
 * {@code s / K} on each of the K classes.
 */
final class Loss {
  private Loss() {}

  /**
   * @param logits (N, K)
   * @param labels (N), whole numbers
   * @return a 0-dimensional array, in nats
   */
  static NDArray of(Pass pass, NDArray logits, NDArray labels, double smoothing) {
    NDArray logs = Ops.logSoftmax(logits); // (N, K)
    NDArray hit = Ops.mean(Ops.pick(logs, labels)); // ()
    if (smoothing == 0) {
      return Ops.mul(hit, pass.constant(-1));
    }
    NDArray onTarget = Ops.mul(hit, pass.constant(smoothing - 1));
    return Ops.sub(onTarget, Ops.mul(Ops.mean(logs), pass.constant(smoothing)));
  }
}
