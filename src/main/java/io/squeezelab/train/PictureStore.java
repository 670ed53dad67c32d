package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.cost.Dims;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Pictures;
import io.squeezelab.data.picture.Unreadable;
import io.squeezelab.engine.Owned;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Seeds;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * One split in files, decoded by some threads a little ahead of the batches that need them. All
 * that is drawn for an image depends on the seed, the epoch and its place in the epoch alone.
 */
final class PictureStore implements Store {
  /** Bytes of images that may wait. */
  private static final int WAITING = 128 << 20;

  private final NDManager manager;
  private final Pictures pictures;
  private final Normal normal;
  private final Ahead<Image> ahead;
  private final Map<Path, String> faults = new ConcurrentSkipListMap<>();

  /** A decoded image, (H, W, C). */
  private record Image(byte[] pixels, int label) {}

  PictureStore(NDManager parent, Pictures pictures, Data data) {
    this.manager = parent.newSubManager();
    this.pictures = pictures;
    faults.putAll(pictures.faults());
    normal = Normal.of(manager, data);
    int room = Math.max(pictures.readers(), WAITING / (int) pictures.dims().size());
    ahead = new Ahead<>(pictures.readers(), room);
  }

  @Override
  public int count() {
    return pictures.count();
  }

  @Override
  public void shuffle(long seed, int number, Augment augment) {
    int[] order = Seeds.permutation(count(), Seeds.random(seed, "order " + number));
    ahead.turnTo(
        count(),
        place -> {
          String what = "augment " + number + " " + place;
          return varied(order, place, Seeds.random(seed, what));
        });
  }

  /** Where an image cannot be decoded, the next one in the epoch's order takes its place too. */
  private Image varied(int[] order, int place, SplittableRandom random) {
    for (int k = 0; k < order.length; k++) {
      int position = order[(place + k) % order.length];
      try {
        byte[] pixels = pictures.varied(position, random);
        return new Image(pixels, pictures.labels()[position]);
      } catch (Unreadable e) {
        leaveOut(position, e);
      }
    }
    throw new BadInput("none of " + order.length + " training images can be decoded");
  }

  /** Null where the file cannot be decoded. */
  private Image still(int position) {
    try {
      return new Image(pictures.still(position), pictures.labels()[position]);
    } catch (Unreadable e) {
      leaveOut(position, e);
      return null;
    }
  }

  private void leaveOut(int position, Unreadable reason) {
    if (!pictures.tolerant()) {
      throw pictures.refusal(position, reason);
    }
    faults.put(pictures.file(position), reason.getMessage());
  }

  @Override
  public Batch shuffled(NDManager step, int from, int size) {
    return batch(step, ahead.take(from, size));
  }

  @Override
  public Batch stored(NDManager step, int from, int size) {
    if (from == 0) {
      ahead.turnTo(count(), this::still);
    }
    return batch(step, ahead.take(from, size).stream().filter(Objects::nonNull).toList());
  }

  private Batch batch(NDManager step, List<Image> images) {
    Dims dims = pictures.dims();
    Shape shape = new Shape(images.size(), dims.height(), dims.width(), dims.channels());
    long[] labels = images.stream().mapToLong(Image::label).toArray();
    try (NDArray bytes = Owned.of(step, DataType.UINT8, shape, buffer -> fill(buffer, images))) {
      return new Batch(normal.of(bytes), Owned.of(step, labels, labels.length));
    }
  }

  private static void fill(ByteBuffer buffer, List<Image> images) {
    images.forEach(image -> buffer.put(image.pixels()));
  }

  @Override
  public Map<Path, String> faults() {
    return faults;
  }

  @Override
  public void close() {
    ahead.close();
    manager.close();
  }
}
