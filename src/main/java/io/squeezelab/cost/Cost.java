package io.squeezelab.cost;

import io.squeezelab.spec.Problem;

/**
 * What a layer or a network costs for one image.
 *
 * @param params trainable numbers
 * @param buffers numbers kept but not trained: batch norm's running mean and variance
 * @param macs multiply-adds of convolutions and linear layers; one multiply-add counts once. Left
 *     out: biases, normalisation, activations, pooling, and the element-wise work of gates and sums
 * @param activations numbers that convolutions and linear layers write
 * @param reads numbers of a feature map that a squeeze or an application of weights reads: the term
 *     that dominates attention, and that macs do not show
 */
public record Cost(long params, long buffers, long macs, long activations, long reads) {
  public static final Cost FREE = new Cost(0, 0, 0, 0, 0);

  public static Cost ofParams(long params) {
    return new Cost(params, 0, 0, 0, 0);
  }

  public static Cost ofReads(long reads) {
    return new Cost(0, 0, 0, 0, reads);
  }

  /**
   * @throws Problem if a sum is beyond 2⁶³ - 1
   */
  public Cost plus(Cost other) {
    try {
      return new Cost(
          Math.addExact(params, other.params),
          Math.addExact(buffers, other.buffers),
          Math.addExact(macs, other.macs),
          Math.addExact(activations, other.activations),
          Math.addExact(reads, other.reads));
    } catch (ArithmeticException e) {
      throw beyond();
    }
  }

  /**
   * What a layer costs that runs several times on one image; its parameters count once.
   *
   * @throws Problem if a product is beyond 2⁶³ - 1
   */
  public Cost times(int runs) {
    try {
      return new Cost(
          params,
          buffers,
          Math.multiplyExact(macs, runs),
          Math.multiplyExact(activations, runs),
          Math.multiplyExact(reads, runs));
    } catch (ArithmeticException e) {
      throw beyond();
    }
  }

  private static Problem beyond() {
    return new Problem("", "the network is too large: its cost exceeds " + Long.MAX_VALUE);
  }

  public Cost minus(Cost other) {
    return new Cost(
        params - other.params,
        buffers - other.buffers,
        macs - other.macs,
        activations - other.activations,
        reads - other.reads);
  }
}
