package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Weights;
import io.squeezelab.layer.Layer;

/** Accuracy and loss of a network on a split, with the running statistics, without gradients. */
final class Evaluation {
  private static final int BATCH = 250;

  private final Layer layers;
  private final Weights weights;

  Evaluation(Layer layers, Weights weights) {
    this.layers = layers;
    this.weights = weights;
  }

  /**
   * @param loss mean cross entropy in nats, without smoothing
   * @param top1 share of right answers
   */
  record Score(double loss, double top1) {
    static final Score NONE = new Score(Double.NaN, Double.NaN);
  }

  Score of(Store store) {
    return of(store, null);
  }

  /**
   * The same score, whoever looks on.
   *
   * @param gates told what the gates give; null for nobody
   */
  Score of(Store store, GateTally gates) {
    try (Tally tally = new Tally(weights.manager())) {
      long seen = 0;
      for (int from = 0; from < store.count(); from += BATCH) {
        seen += add(tally, gates, store, from, Math.min(BATCH, store.count() - from));
      }
      return new Score(tally.loss() / seen, tally.correct() / seen);
    }
  }

  /** Seconds that an image takes, measured on the first ones of a split. */
  double seconds(Store store, int batches) {
    int images = Math.min(batches * BATCH, store.count());
    long start = System.nanoTime();
    try (Tally tally = new Tally(weights.manager())) {
      for (int from = 0; from < images; from += BATCH) {
        add(tally, null, store, from, Math.min(BATCH, images - from));
      }
      tally.loss(); // waits for the device
    }
    return (System.nanoTime() - start) / 1e9 / images;
  }

  /** Gives how many images there were: those of damaged files are left out. */
  private long add(Tally tally, GateTally gates, Store store, int from, int most) {
    try (NDManager step = weights.manager().newSubManager()) {
      Store.Batch batch = store.stored(step, from, most);
      long size = batch.labels().size();
      if (size == 0) {
        return 0;
      }
      Pass alone = weights.evaluating(step);
      Pass pass = gates == null ? alone : alone.observedBy(gates.batch(batch.labels()));
      NDArray logits = layers.forward(pass, batch.images());
      NDArray sum = Ops.pick(Ops.logSoftmax(logits), batch.labels()).sum().neg();
      tally.add(sum, logits, Target.of(batch.labels()));
      return size;
    }
  }
}
