package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.cost.Dims;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Images;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches hold what plain loops over the images would put there. */
@Tag("engine")
class ImageStoreTest {
  private static final int CROP = 2;
  private static final Augment BOTH = new Augment(CROP, true);

  private NDManager manager;

  @BeforeEach
  void start() {
    Torch.start(Hardware.CPU, 1);
    manager = Torch.manager(Hardware.CPU);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private static Tiny data(int channels) {
    return new Tiny(new Dims(channels, 6, 5), 64, 10, 0, BOTH);
  }

  /** What a batch holds, copied to Java. */
  private record Copy(float[][] images, long[] labels) {
    boolean same(Copy other) {
      return Arrays.deepEquals(images, other.images) && Arrays.equals(labels, other.labels);
    }
  }

  private Copy shuffled(ImageStore store, int from, int size) {
    try (NDManager step = manager.newSubManager()) {
      return copy(store.shuffled(step, from, size), size);
    }
  }

  private static Copy copy(ImageStore.Batch batch, int size) {
    float[] all = batch.images().toFloatArray();
    int each = all.length / size;
    float[][] images = new float[size][];
    Arrays.setAll(images, i -> Arrays.copyOfRange(all, i * each, (i + 1) * each));
    return new Copy(images, batch.labels().toLongArray());
  }

  /** One window of an image as (C, H, W), black where it leaves it, then normalised. */
  private static float[] window(Tiny data, Images images, int i, int top, int left, boolean flip) {
    Dims d = images.dims();
    float[] cut = new float[(int) d.size()];
    for (int c = 0; c < d.channels(); c++) {
      for (int y = 0; y < d.height(); y++) {
        for (int x = 0; x < d.width(); x++) {
          int row = y + top - CROP;
          int column = (flip ? d.width() - 1 - x : x) + left - CROP;
          boolean inside = row >= 0 && row < d.height() && column >= 0 && column < d.width();
          int at = ((i * d.height() + row) * d.width() + column) * d.channels() + c;
          int pixel = inside ? images.pixels()[at] & 0xff : 0;
          cut[(c * d.height() + y) * d.width() + x] =
              (float) ((pixel / 255.0 - data.mean().get(c)) / data.deviation().get(c));
        }
      }
    }
    return cut;
  }

  private static boolean close(float[] expected, float[] found) {
    for (int k = 0; k < expected.length; k++) {
      if (Math.abs(expected[k] - found[k]) > 1e-5) {
        return false;
      }
    }
    return true;
  }

  /** Which window of which image it is: {image, top, left, flip}. */
  private static int[] find(Tiny data, Images images, float[] found) {
    for (int i = 0; i < images.count(); i++) {
      for (int top = 0; top <= 2 * CROP; top++) {
        for (int left = 0; left <= 2 * CROP; left++) {
          for (int flip = 0; flip < 2; flip++) {
            if (close(window(data, images, i, top, left, flip == 1), found)) {
              return new int[] {i, top, left, flip};
            }
          }
        }
      }
    }
    throw new AssertionError("no window of any image");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anEpochHoldsOneWindowOfEveryImageWithItsLabel(int channels) {
    Tiny data = data(channels);
    Images images = data.images(Data.Split.TRAIN);
    try (ImageStore store = new ImageStore(manager, images, data, CROP)) {
      Set<Integer> seen = new HashSet<>();
      int[][] uses = new int[4][2 * CROP + 1]; // image, top, left, flip
      store.shuffle(5, 1, BOTH);
      for (int from = 0; from < 64; from += 16) {
        Copy batch = shuffled(store, from, 16);
        for (int k = 0; k < 16; k++) {
          int[] window = find(data, images, batch.images()[k]);
          assertTrue(seen.add(window[0]), "image " + window[0] + " comes twice");
          assertEquals(images.labels()[window[0]], batch.labels()[k]);
          for (int what = 1; what < 4; what++) {
            uses[what][window[what]]++;
          }
        }
      }
      assertEquals(64, seen.size());
      for (int offset = 0; offset <= 2 * CROP; offset++) { // 12.8 each, deviation 3.2
        assertTrue(uses[1][offset] >= 2 && uses[1][offset] <= 29, "rows by " + offset);
        assertTrue(uses[2][offset] >= 2 && uses[2][offset] <= 29, "columns by " + offset);
      }
      assertTrue(uses[3][0] >= 12 && uses[3][1] >= 12, "flips"); // 32 each, deviation 4
    }
  }

  @Test
  void withoutAugmentationAnEpochHoldsTheImagesThemselves() {
    Tiny data = data(3);
    Images images = data.images(Data.Split.TRAIN);
    try (ImageStore store = new ImageStore(manager, images, data, 0)) {
      store.shuffle(5, 1, new Augment(0, false));
      Copy batch = shuffled(store, 0, 64);
      for (int k = 0; k < 64; k++) {
        int[] window = find(data, images, batch.images()[k]);
        assertArrayEquals(new int[] {CROP, CROP, 0}, Arrays.copyOfRange(window, 1, 4));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void evaluationTakesTheImagesInStoredOrder(int channels) {
    Tiny data = data(channels);
    Images images = data.images(Data.Split.TRAIN);
    try (ImageStore store = new ImageStore(manager, images, data, 0);
        NDManager step = manager.newSubManager()) {
      ImageStore.Batch batch = store.stored(step, 7, 20);
      assertEquals(new Shape(20, channels, 6, 5), batch.images().getShape());
      Copy copy = copy(batch, 20);
      for (int k = 0; k < 20; k++) {
        assertTrue(close(window(data, images, 7 + k, CROP, CROP, false), copy.images()[k]));
        assertEquals(images.labels()[7 + k], copy.labels()[k]);
      }
    }
  }

  /** Two stores stand for two arms: all depends on seed and epoch, nothing on what ran before. */
  @Test
  void armsOfOneSeedSeeTheSameBatches() {
    Tiny data = data(3);
    Images images = data.images(Data.Split.TRAIN);
    try (ImageStore one = new ImageStore(manager, images, data, CROP);
        ImageStore other = new ImageStore(manager, images, data, CROP)) {
      one.shuffle(5, 1, BOTH);
      one.shuffle(5, 2, BOTH);
      other.shuffle(5, 2, BOTH);
      Copy second = shuffled(one, 16, 16);
      assertTrue(second.same(shuffled(other, 16, 16)));
      other.shuffle(5, 3, BOTH);
      assertFalse(second.same(shuffled(other, 16, 16)), "another epoch");
      other.shuffle(6, 2, BOTH);
      assertFalse(second.same(shuffled(other, 16, 16)), "another seed");
    }
  }

  /** The order does not shift when augmentation is asked for. */
  @Test
  void orderDoesNotDependOnAugmentation() {
    Tiny data = data(3);
    Images images = data.images(Data.Split.TRAIN);
    try (ImageStore plain = new ImageStore(manager, images, data, 0);
        ImageStore cropped = new ImageStore(manager, images, data, CROP)) {
      plain.shuffle(5, 1, new Augment(0, false));
      cropped.shuffle(5, 1, BOTH);
      assertArrayEquals(shuffled(plain, 0, 64).labels(), shuffled(cropped, 0, 64).labels());
    }
  }

  @Test
  void batchesLeaveNothingInTheStoresManager() {
    Tiny data = data(3);
    try (ImageStore store = new ImageStore(manager, data.images(Data.Split.TRAIN), data, CROP)) {
      store.shuffle(5, 1, BOTH);
      int before = manager.getManagedArrays().size();
      for (int epoch = 2; epoch < 12; epoch++) {
        store.shuffle(5, epoch, BOTH);
        shuffled(store, 0, 32);
        try (NDManager step = manager.newSubManager()) {
          store.stored(step, 0, 32);
        }
      }
      assertEquals(before, manager.getManagedArrays().size());
    }
  }
}
