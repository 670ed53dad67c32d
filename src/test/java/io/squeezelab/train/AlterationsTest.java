package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.cost.Dims;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Official;
import io.squeezelab.data.Patch;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Batches after cutout, erasing and mixup, beside what plain loops make of the same draws. */
@Tag("engine")
class AlterationsTest {
  private static final Dims DIMS = new Dims(3, 8, 6);
  private static final int BATCH = 20;
  private static final int STEPS = 3;

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

  private static Tiny data(String augment) {
    return new Tiny(DIMS, 96, 60, 24, Bind.inline(Augment.class, augment));
  }

  /** Pixels of a batch that no normalised byte can have, each another. */
  private static float[] pixels() {
    float[] numbers = new float[(int) (BATCH * DIMS.size())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = 100 + i;
    }
    return numbers;
  }

  private Store.Batch batch(NDManager step) {
    NDArray images = step.create(pixels(), new Shape(BATCH, 8, 6, 3)).transpose(0, 3, 1, 2);
    return new Store.Batch(images, step.zeros(new Shape(BATCH), DataType.INT64));
  }

  /** The images of one batch of epoch 4 of seed 9, (B, H, W, C). */
  private float[] altered(String augment, int step) {
    try (Alterations alterations = new Alterations(manager, data(augment));
        NDManager inner = manager.newSubManager()) {
      alterations.draw(9, 4, STEPS, BATCH);
      NDArray images = alterations.of(batch(inner), step).images();
      assertEquals(new Shape(BATCH, 3, 8, 6), images.getShape());
      return images.transpose(0, 2, 3, 1).toFloatArray();
    }
  }

  /** Whether a number of a batch is under its image's patch. */
  private static boolean[] under(Supplier<Patch> draws, int step) {
    boolean[] under = new boolean[(int) (BATCH * DIMS.size())];
    for (int i = 0; i < (step + 1) * BATCH; i++) {
      Patch patch = draws.get();
      int image = i - step * BATCH;
      for (int k = 0; image >= 0 && k < DIMS.size(); k++) {
        int y = k / 3 / 6;
        int x = k / 3 % 6;
        under[(int) (image * DIMS.size()) + k] =
            y >= patch.top() && y < patch.bottom() && x >= patch.left() && x < patch.right();
      }
    }
    return under;
  }

  private static float[] painted(boolean[] under, double... colour) {
    float[] expected = pixels();
    for (int i = 0; i < expected.length; i++) {
      expected[i] = under[i] ? (float) colour[i % 3] : expected[i];
    }
    return expected;
  }

  @Test
  void cutoutPaintsSquaresWithTheMean() {
    for (int step = 0; step < STEPS; step++) {
      SplittableRandom random = Seeds.random(9, "cutout 4");
      boolean[] under = under(() -> Patch.square(5, DIMS, random), step);
      assertArrayEquals(painted(under, 0, 0, 0), altered("{cutout: 5}", step));
    }
  }

  @Test
  void erasedRectanglesAreOfTheMeanOrBlack() {
    String erase = "{erase: {probability: 0.6, fill: %s}}";
    for (int step = 0; step < STEPS; step++) {
      boolean[] under = under(rectangles(erase.formatted("mean")), step);
      assertArrayEquals(painted(under, 0, 0, 0), altered(erase.formatted("mean"), step));
      assertArrayEquals( // Tiny's means .4, .5, .6 over its deviations .2, .25, .3
          painted(under, -2, -2, -2), altered(erase.formatted("black"), step), 1e-6f);
    }
  }

  private static Supplier<Patch> rectangles(String augment) {
    SplittableRandom random = Seeds.random(9, "erase 4");
    return () -> data(augment).augment().erase().draw(DIMS, random);
  }

  /**
   * Normalised back, each number under a rectangle is a byte; all of them are used alike. Images
   * share patterns, so the mean of an epoch varies about twice as much as that of as many numbers.
   */
  @Test
  void erasedRectanglesAreOfRandomBytes() {
    Tiny data = data("{erase: {probability: 1, min-area: 0.4, max-area: 0.6}}");
    int[] seen = new int[256];
    int count = 0;
    try (Alterations alterations = new Alterations(manager, data)) {
      for (int epoch = 0; epoch < 40; epoch++) {
        float[] found = after(alterations, 9, epoch); // channel by channel
        for (int i = 0; i < found.length; i++) {
          int c = i / 48 % 3;
          double value = 255 * (found[i] * data.deviation().get(c) + data.mean().get(c));
          if (found[i] < 100) {
            assertEquals(Math.rint(value), value, 1e-3);
            seen[(int) Math.rint(value)]++;
            count++;
          }
        }
      }
    }
    double mean = 0;
    for (int value = 0; value < 256; value++) {
      mean += value * (double) seen[value] / count;
      assertEquals(count / 256.0, seen[value], 6 * Math.sqrt(2 * count / 256.0), "" + value);
    }
    double variance = (256.0 * 256 - 1) / 12; // of 0 to 255, each as likely
    assertEquals(127.5, mean, 4 * Math.sqrt(2 * variance / count));
  }

  /** Outside the rectangles nothing changes. */
  @Test
  void randomRectanglesLieWhereTheyWereDrawn() {
    String erase = "{erase: {probability: 0.6}}";
    boolean[] under = under(rectangles(erase), 1);
    float[] found = altered(erase, 1);
    float[] before = pixels();
    for (int i = 0; i < found.length; i++) {
      assertEquals(under[i], before[i] != found[i]);
    }
  }

  @Test
  void withoutAnyTheBatchIsThatOfTheStore() {
    try (Alterations none = new Alterations(manager, data("{crop: 1, flip: true}"))) {
      none.draw(9, 4, STEPS, BATCH);
      Store.Batch batch = batch(manager);
      Altered altered = none.of(batch, 1);
      assertSame(batch.images(), altered.images());
      assertSame(batch.labels(), altered.target().labels());
      assertFalse(altered.target().mixed());
    }
  }

  @Test
  void theSameComesForTheSameSeedAndEpoch() {
    String all = "{cutout: 3, erase: {probability: 0.5}, mixup: 1}";
    assertArrayEquals(altered(all, 2), altered(all, 2));
    try (Alterations alterations = new Alterations(manager, data(all))) {
      float[] fourth = after(alterations, 9, 4);
      assertFalse(Arrays.equals(fourth, after(alterations, 9, 5)), "another epoch");
      assertFalse(Arrays.equals(fourth, after(alterations, 8, 4)), "another seed");
      assertArrayEquals(fourth, after(alterations, 9, 4));
    }
  }

  private float[] after(Alterations alterations, long seed, int epoch) {
    alterations.draw(seed, epoch, STEPS, BATCH);
    try (NDManager step = manager.newSubManager()) {
      return alterations.of(batch(step), 2).images().toFloatArray();
    }
  }

  /** A pixel that cutout has painted has no number of its own, with or without the others. */
  @Test
  void oneDoesNotShiftTheNumbersOfAnother() {
    float[] alone = altered("{cutout: 4}", 1);
    float[] both = altered("{cutout: 4, erase: {probability: 1, fill: mean}}", 1);
    for (int i = 0; i < alone.length; i++) {
      assertTrue(alone[i] != 0 || both[i] == 0);
    }
  }

  @Test
  void batchesLeaveNothingBehind() {
    String all = "{cutout: 3, erase: {probability: 0.5}, mixup: 1}";
    try (Alterations alterations = new Alterations(manager, data(all))) {
      after(alterations, 9, 1);
      int before = manager.getManagedArrays().size();
      for (int epoch = 2; epoch < 8; epoch++) {
        after(alterations, 9, epoch);
      }
      assertEquals(before, manager.getManagedArrays().size());
    }
  }

  /** Validation and test images are what they are without any augmentation. */
  @Test
  void evaluationSeesTheImagesThemselves() {
    String all =
        "{crop: 2, border: reflect, flip: true, cutout: 3, erase: {probability: 1}, mixup: 1}";
    Tiny changed = data(all);
    Tiny plain = data("{}");
    Official official =
        new Official(changed.images(Data.Split.TRAIN), null, changed.images(Data.Split.TEST));
    try (NDManager inner = manager.newSubManager()) {
      Stores stores = Stores.of(inner, official, changed, 5);
      Stores expected = Stores.of(inner, official, plain, 5);
      stores.draw(5, 1, 3, BATCH);
      float[] training = stores.batch(inner, 0, BATCH).images().toFloatArray();
      expected.draw(5, 1, 3, BATCH);
      assertFalse(Arrays.equals(expected.batch(inner, 0, BATCH).images().toFloatArray(), training));
      assertArrayEquals(
          stored(inner, expected.validation(), 24), stored(inner, stores.validation(), 24));
      assertArrayEquals(stored(inner, expected.test(), 60), stored(inner, stores.test(), 60));
    }
  }

  private static float[] stored(NDManager step, Store store, int size) {
    assertEquals(size, store.count());
    return store.stored(step, 0, size).images().toFloatArray();
  }
}
