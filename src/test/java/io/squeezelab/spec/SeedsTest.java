package io.squeezelab.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected numbers: a few lines of Python (hashlib, and SplitMix64 written out). */
class SeedsTest {

  @Test
  void isTheStartOfASha256() {
    assertEquals(2601836905177788287L, Seeds.of(0, "split"));
    assertEquals(2755839963088547316L, Seeds.of(-1, "split"));
  }

  @Test
  void purposesDoNotShareAStream() {
    assertNotEquals(Seeds.random(7, "split").nextLong(), Seeds.random(7, "batch-order").nextLong());
  }

  @Test
  void permutationIsPinned() {
    int[] order = Seeds.permutation(10, Seeds.random(7, "split"));
    assertArrayEquals(new int[] {6, 1, 9, 2, 0, 4, 7, 8, 3, 5}, order);
  }

  @Test
  void permutationHasEveryNumberOnce() {
    int[] order = Seeds.permutation(1000, Seeds.random(1, "test"));
    assertArrayEquals(IntStream.range(0, 1000).toArray(), Arrays.stream(order).sorted().toArray());
  }

  @Test
  void belowReachesEveryNumberAboutEquallyOften() {
    SplittableRandom random = Seeds.random(3, "test");
    int[] counts = new int[6];
    for (int i = 0; i < 60_000; i++) {
      counts[Seeds.below(6, random)]++;
    }
    for (int count : counts) {
      assertEquals(10_000, count, 500); // 5.5 standard deviations
    }
  }
}
