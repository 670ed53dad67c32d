package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Images;
import io.squeezelab.data.Labelled;

/** One split as a training takes it: batches on its device. */
interface Store extends AutoCloseable {

  /**
   * @param manager that the store lives in
   * @param crop black border of the images in memory, in pixels; 0 for evaluation
   */
  static Store of(NDManager manager, Labelled images, Data data, int crop) {
    return new ImageStore(manager, (Images) images, data, crop);
  }

  int count();

  /** Draws the order and the changes of one epoch: the same for every arm of one seed. */
  void shuffle(long seed, int number, Augment augment);

  /** The images from {@code from} on, in the order of the epoch. */
  Batch shuffled(NDManager step, int from, int size);

  /** The images from {@code from} on, in stored order, without any change. */
  Batch stored(NDManager step, int from, int size);

  @Override
  void close();

  /** A batch in the manager of one step: images (B, C, H, W), normalised, and labels (B). */
  record Batch(NDArray images, NDArray labels) {}
}
