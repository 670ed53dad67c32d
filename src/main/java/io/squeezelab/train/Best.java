package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Weights;
import java.util.Map;

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
      keep(seen.epoch(), seen.validationTop1());
    }
  }

  /** Takes the weights as they are now for those of this epoch; 0 for none. */
  void keep(int itsEpoch, double itsTop1) {
    drop();
    top1 = itsTop1;
    epoch = itsEpoch;
    if (epoch > 0) {
      flat = weights.flat().duplicate();
      buffers = weights.flatBuffers().duplicate();
    }
  }

  /** Puts the kept weights back; gives their epoch. */
  int restore() {
    weights.restore(flat, buffers);
    return epoch;
  }

  /** 0 before there is one. */
  int epoch() {
    return epoch;
  }

  double top1() {
    return top1;
  }

  /** Adds what is kept. */
  void arrays(Map<String, NDArray> all) {
    if (epoch > 0) {
      all.put("best.weights", flat);
      all.put("best.buffers", buffers);
    }
  }

  private void drop() {
    if (flat != null) {
      flat.close();
      buffers.close();
    }
  }
}
