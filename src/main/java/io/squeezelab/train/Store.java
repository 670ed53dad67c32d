package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Images;
import io.squeezelab.data.Labelled;
import io.squeezelab.data.Pictures;
import java.nio.file.Path;
import java.util.Map;

/** One split as a training takes it: batches on its device. */
interface Store extends AutoCloseable {

  /**
   * @param manager that the store lives in
   * @param crop black border of the images in memory, in pixels; 0 for evaluation
   */
  static Store of(NDManager manager, Labelled images, Data data, int crop) {
    return images instanceof Pictures pictures
        ? new PictureStore(manager, pictures, data)
        : new ImageStore(manager, (Images) images, data, crop);
  }

  int count();

  /** Draws the order and the changes of one epoch: the same for every arm of one seed. */
  void shuffle(long seed, int number, Augment augment);

  /** The images from {@code from} on, in the order of the epoch. */
  Batch shuffled(NDManager step, int from, int size);

  /**
   * The images from {@code from} on, in stored order, without any change; fewer where files cannot
   * be decoded and are left out.
   */
  Batch stored(NDManager step, int from, int size);

  /** Files that are left out because they cannot be decoded, as far as is known, and why. */
  default Map<Path, String> faults() {
    return Map.of();
  }

  @Override
  void close();

  /** A batch in the manager of one step: images (B, C, H, W), normalised, and labels (B). */
  record Batch(NDArray images, NDArray labels) {}
}
