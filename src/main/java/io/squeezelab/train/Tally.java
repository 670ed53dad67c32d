package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Sums of losses and of right answers, kept on the device and read once, when they are whole. */
final class Tally implements AutoCloseable {
  private final NDManager manager;
  private final NDArray loss;
  private final NDArray correct;

  Tally(NDManager parent) {
    manager = parent.newSubManager();
    loss = manager.zeros(new Shape(), DataType.FLOAT64);
    correct = manager.zeros(new Shape(), DataType.FLOAT64);
  }

  /**
   * Adds a batch; without recording gradients.
   *
   * @param batchLoss ()
   * @param logits (N, K)
   */
  void add(NDArray batchLoss, NDArray logits, Target target) {
    loss.addi(batchLoss);
    correct.addi(target.hits(logits));
  }

  /** Goes on from sums that were read before. */
  void set(double losses, double answers) {
    loss.set(new double[] {losses});
    correct.set(new double[] {answers});
  }

  double loss() {
    return loss.getDouble();
  }

  /** A whole number, unless targets were mixed. */
  double correct() {
    return correct.getDouble();
  }

  @Override
  public void close() {
    manager.close();
  }
}
