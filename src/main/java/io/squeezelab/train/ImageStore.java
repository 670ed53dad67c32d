package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.cost.Dims;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Images;
import io.squeezelab.data.Padded;
import io.squeezelab.engine.Owned;
import io.squeezelab.spec.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One split on the device, as bytes with a border, and its batches: shuffling, cropping and
 * flipping are one gather, driven by three small index arrays that go over once an epoch.
 */
final class ImageStore implements Store {
  private final NDManager manager;
  private final Dims dims;
  private final int count;
  private final NDArray pixels; // (N, H + 2·crop, W + 2·crop, C), bytes
  private final NDArray labels; // (N)
  private final Normal normal;
  private NDManager epoch;
  private NDArray order; // (N, 1, 1)
  private NDArray rows; // (N, H, 1)
  private NDArray columns; // (N, 1, W)

  ImageStore(NDManager parent, Images images, Data data, int crop) {
    this.manager = parent.newSubManager();
    this.dims = images.dims();
    this.count = images.count();
    Padded padded = new Padded(images, crop, data.augment().border());
    Shape shape = new Shape(count, padded.height(), padded.width(), dims.channels());
    pixels = Owned.of(manager, DataType.UINT8, shape, padded::write);
    long[] classes = Arrays.stream(images.labels()).asLongStream().toArray();
    labels = Owned.of(manager, classes, count);
    normal = Normal.of(manager, data);
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void shuffle(long seed, int number, Augment augment) {
    if (epoch != null) {
      epoch.close();
    }
    epoch = manager.newSubManager();
    int[] positions = Seeds.permutation(count, Seeds.random(seed, "order " + number));
    long[] places = Arrays.stream(positions).asLongStream().toArray();
    order = Owned.of(epoch, places, count, 1, 1);
    windows(Seeds.random(seed, "augment " + number), augment);
  }

  private void windows(SplittableRandom random, Augment augment) {
    int height = dims.height();
    int width = dims.width();
    long[] y = new long[count * height];
    long[] x = new long[count * width];
    for (int i = 0; i < count; i++) {
      int top = Seeds.below(2 * augment.crop() + 1, random);
      int left = Seeds.below(2 * augment.crop() + 1, random);
      boolean mirror = augment.flip() && Seeds.below(2, random) == 1;
      for (int k = 0; k < height; k++) {
        y[i * height + k] = top + k;
      }
      for (int k = 0; k < width; k++) {
        x[i * width + k] = left + (mirror ? width - 1 - k : k);
      }
    }
    rows = Owned.of(epoch, y, count, height, 1);
    columns = Owned.of(epoch, x, count, 1, width);
  }

  @Override
  public Batch shuffled(NDManager step, int from, int size) {
    String range = from + ":" + (from + size);
    try (NDArray some = order.get(range); // (B, 1, 1)
        NDArray y = rows.get(range); // (B, H, 1)
        NDArray x = columns.get(range); // (B, 1, W)
        NDArray which = some.reshape(size);
        NDArray bytes = pixels.get(step, new NDIndex("{}, {}, {}", some, y, x))) { // (B, H, W, C)
      return new Batch(normal.of(bytes), labels.get(step, new NDIndex("{}", which)));
    }
  }

  /** Of a store without border. */
  @Override
  public Batch stored(NDManager step, int from, int size) {
    String range = from + ":" + (from + size);
    NDArray classes = labels.get(range);
    classes.attach(step);
    try (NDArray bytes = pixels.get(range)) {
      bytes.attach(step);
      return new Batch(normal.of(bytes), classes);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
