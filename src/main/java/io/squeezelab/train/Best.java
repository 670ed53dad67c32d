package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Weights;

/** The weights of the epoch that did best on the validation split; of equals, the first. */
final class Best {
  private final Weights weights;
  private NDArray flat;
  private NDArray buffers;
  private double top1 = -1;
  private int epoch;

  Best(Weights weights) {
    this.weights = weights;
  }

  void see(Epoch seen) {
    if (seen.validationTop1() > top1) {
      top1 = seen.validationTop1();
      epoch = seen.epoch();
      drop();
      flat = weights.flat().duplicate();
      buffers = weights.flatBuffers().duplicate();
    }
  }

  /** Puts the kept weights back; gives their epoch. */
  int restore() {
    weights.restore(flat, buffers);
    drop();
    return epoch;
  }

  private void drop() {
    if (flat != null) {
      flat.close();
      buffers.close();
    }
  }
}
