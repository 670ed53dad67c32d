package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.cost.Dims;
import io.squeezelab.data.Data;
import io.squeezelab.data.Erase;
import io.squeezelab.engine.Owned;
import io.squeezelab.spec.Seeds;
import java.util.SplittableRandom;

/**
 * Random erasing on the device. Random pixels come from some patterns of the size of an image,
 * drawn anew for each epoch, of which each image gets one: within an image they are independent.
 */
final class Erasing {
  private static final int PATTERNS = 64;

  private final Erase erase;
  private final Dims dims;
  private final Normal normal;
  private final NDArray mean; // ()
  private Patches patches;
  private NDArray noise; // (PATTERNS, H, W, C), normalised
  private NDArray which; // (N), a pattern for each image

  /**
   * @param manager that its constants live in
   */
  Erasing(NDManager manager, Data data) {
    erase = data.augment().erase();
    dims = data.dims();
    normal = Normal.of(manager, data);
    mean = Numbers.scalar(manager, 0);
  }

  /**
   * @param epoch that what is drawn lives in
   */
  void draw(NDManager epoch, int count, SplittableRandom random) {
    patches = new Patches(epoch, count, dims, () -> erase.draw(dims, random));
    if (erase.fill() != Erase.Fill.RANDOM) {
      return;
    }
    Shape shape = new Shape(PATTERNS, dims.height(), dims.width(), dims.channels());
    byte[] pixels = bytes((int) shape.size(), random);
    try (NDArray stored = Owned.of(epoch, DataType.UINT8, shape, buffer -> buffer.put(pixels))) {
      noise = normal.of(stored).transpose(0, 2, 3, 1);
    }
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = Seeds.below(PATTERNS, random);
    }
    which = Owned.of(epoch, numbers, count);
  }

  private static byte[] bytes(int count, SplittableRandom random) {
    byte[] bytes = new byte[count];
    long bits = 0;
    for (int i = 0; i < count; i++) {
      bits = i % Long.BYTES == 0 ? random.nextLong() : bits >>> Byte.SIZE;
      bytes[i] = (byte) bits;
    }
    return bytes;
  }

  /**
   * @param images (B, H, W, C), normalised, of which the first is number {@code from} of the epoch
   */
  NDArray over(NDArray images, int from) {
    return switch (erase.fill()) {
      case MEAN -> patches.over(images, from, mean);
      case BLACK -> patches.over(images, from, normal.shift());
      case RANDOM -> {
        String range = from + ":" + (from + images.getShape().get(0));
        try (NDArray numbers = which.get(range);
            NDArray paint = noise.get(images.getManager(), new NDIndex("{}", numbers))) {
          yield patches.over(images, from, paint);
        }
      }
    };
  }
}
