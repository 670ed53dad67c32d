package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.data.Data.Split;
import io.squeezelab.data.ImageFolder;
import io.squeezelab.data.MadeFolder;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.spec.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches of pictures in files, whatever the threads that decode them do. */
@Tag("engine")
class PictureStoreTest {
  @TempDir private Path temp;
  private MadeFolder made;
  private NDManager manager;

  @BeforeEach
  void start() {
    Torch.start(Hardware.CPU, 1);
    manager = Torch.manager(Hardware.CPU);
    made = new MadeFolder(temp).usual();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private static final String UNCHANGED = ", mean: [0, 0, 0], deviation: [1, 1, 1], corrupt: skip";

  private Store store(Split split, int readers, String fields) {
    ImageFolder data = made.data(fields);
    return Store.of(manager, data.load(split, made.shelf(readers)), data, 0);
  }

  /** The level of each image's first pixel, of what was normalised with mean 0 and deviation 1. */
  private static List<Integer> levels(Store.Batch batch) {
    float[] all = batch.images().toFloatArray();
    int size = 3 * 8 * 8;
    List<Integer> levels = new ArrayList<>();
    for (int i = 0; i < all.length; i += size) {
      levels.add(Math.round(255 * all[i]));
    }
    return levels;
  }

  @Test
  void anEpochHoldsEveryPictureOnceWithItsLabel() {
    try (Store store = store(Split.TRAIN, 3, UNCHANGED);
        NDManager step = manager.newSubManager()) {
      store.shuffle(1, 1, made.data(UNCHANGED).augment());
      Set<Integer> seen = new HashSet<>();
      for (int from = 0; from < 8; from += 2) {
        Store.Batch batch = store.shuffled(step, from, 2);
        assertEquals(new Shape(2, 3, 8, 8), batch.images().getShape());
        List<Integer> levels = levels(batch);
        for (int i = 0; i < 2; i++) {
          assertEquals(levels.get(i) < 150 ? 1 : 0, batch.labels().toLongArray()[i]);
        }
        seen.addAll(levels);
      }
      assertEquals(Set.of(200, 201, 202, 203, 100, 101, 102, 103), seen);
    }
  }

  @Test
  void numbersDoNotDependOnTheThreads() {
    made.rotten("train/dog/3a.png");
    String varied = ", corrupt: skip, jitter: {brightness: 0.5, contrast: 0.5, saturation: 0.5}";
    List<float[]> all = new ArrayList<>();
    for (int readers : new int[] {1, 2, 7}) {
      try (Store store = store(Split.TRAIN, readers, varied);
          NDManager step = manager.newSubManager()) {
        store.shuffle(1, 1, made.data(varied).augment());
        store.shuffled(step, 0, 3); // an epoch that is given up
        store.shuffle(1, 2, made.data(varied).augment());
        all.add(store.shuffled(step, 0, 3).images().toFloatArray());
        all.add(store.shuffled(step, 3, 6).images().toFloatArray());
      }
    }
    for (int i = 2; i < all.size(); i++) {
      assertArrayEquals(all.get(i % 2), all.get(i));
    }
    assertNotEquals(0, Arrays.hashCode(all.get(0)));
  }

  @Test
  void epochsAndSeedsDiffer() {
    try (Store store = store(Split.TRAIN, 2, UNCHANGED);
        NDManager step = manager.newSubManager()) {
      Set<List<Integer>> orders = new HashSet<>();
      for (int[] which : new int[][] {{1, 1}, {1, 2}, {2, 1}, {1, 1}}) {
        store.shuffle(which[0], which[1], made.data(UNCHANGED).augment());
        orders.add(levels(store.shuffled(step, 0, 8)));
      }
      assertEquals(3, orders.size());
    }
  }

  /** Nine files, of which one cannot be decoded: another picture is there twice. */
  @Test
  void inTrainingTheNextPictureTakesAPlaceThatIsEmpty() {
    Path rotten = made.rotten("train/dog/3a.png");
    try (Store store = store(Split.TRAIN, 2, UNCHANGED);
        NDManager step = manager.newSubManager()) {
      store.shuffle(1, 1, made.data(UNCHANGED).augment());
      Store.Batch batch = store.shuffled(step, 0, 9);
      List<Integer> levels = levels(batch);
      assertEquals(9, levels.size());
      assertEquals(Set.of(200, 201, 202, 203, 100, 101, 102, 103), new HashSet<>(levels));
      for (int i = 0; i < 9; i++) {
        assertEquals(levels.get(i) < 150 ? 1 : 0, batch.labels().toLongArray()[i]);
      }
      assertEquals(Set.of(rotten), store.faults().keySet());
    }
  }

  @Test
  void inEvaluationItIsLeftOut() {
    Path rotten = made.rotten("val/cat/0a.png");
    Path cut = made.truncated("val/dog/9.png");
    try (Store store = store(Split.TEST, 2, UNCHANGED);
        NDManager step = manager.newSubManager()) {
      assertEquals(5, store.count());
      assertEquals(List.of(210, 211), levels(store.stored(step, 0, 3)));
      assertEquals(List.of(110, 111), levels(store.stored(step, 3, 2)));
      assertEquals(Set.of(rotten, cut), store.faults().keySet());
    }
  }

  @Test
  void whereNothingIsSkippedItEndsTheTrialByName() {
    Path rotten = made.rotten("val/cat/0a.png");
    try (Store store = store(Split.TEST, 2, "");
        NDManager step = manager.newSubManager()) {
      String message = assertThrows(BadInput.class, () -> store.stored(step, 0, 5)).getMessage();
      assertTrue(message.startsWith(rotten.toString()), message);
    }
  }

  @Test
  void batchesLeaveNothingInTheStoresManager() {
    try (Store store = store(Split.TRAIN, 2, UNCHANGED)) {
      int before = manager.getManagedArrays().size();
      for (int epoch = 1; epoch < 5; epoch++) {
        store.shuffle(5, epoch, made.data(UNCHANGED).augment());
        try (NDManager step = manager.newSubManager()) {
          store.shuffled(step, 0, 4);
          store.stored(step, 0, 8);
        }
      }
      assertEquals(before, manager.getManagedArrays().size());
    }
  }
}
