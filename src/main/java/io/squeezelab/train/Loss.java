package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;

/**
 * Mean cross entropy, with PyTorch's label smoothing: a target is {@code 1 - s} on its class plus
 * {@code s / K} on each of the K classes. Of a mixture of two classes it is the mixture of their
 * cross entropies.
 */
final class Loss {
  private Loss() {}

  /**
   * @param logits (N, K)
   * @return a 0-dimensional array, in nats
   */
  static NDArray of(Pass pass, NDArray logits, Target target, double smoothing) {
    NDArray logs = Ops.logSoftmax(logits); // (N, K)
    NDArray hit = hit(logs, target); // ()
    if (smoothing == 0) {
      return Ops.mul(hit, pass.constant(-1));
    }
    NDArray onTarget = Ops.mul(hit, pass.constant(smoothing - 1));
    return Ops.sub(onTarget, Ops.mul(Ops.mean(logs), pass.constant(smoothing)));
  }

  /** Mean logarithm of what is given to the target: (). */
  private static NDArray hit(NDArray logs, Target target) {
    NDArray first = Ops.mean(Ops.pick(logs, target.labels()));
    if (!target.mixed()) {
      return first;
    }
    NDArray second = Ops.mean(Ops.pick(logs, target.others()));
    return Ops.add(Ops.mul(first, target.share()), Ops.mul(second, target.rest()));
  }
}
