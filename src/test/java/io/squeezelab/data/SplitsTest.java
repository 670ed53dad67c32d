package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.Problem;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitsTest {
  /** 0 1 2 0 1 2 … */
  private static int[] turns(int count, int classes) {
    return IntStream.range(0, count).map(i -> i % classes).toArray();
  }

  private static int[] classCounts(int[] labels, int[] positions, int classes) {
    int[] counts = new int[classes];
    Arrays.stream(positions).forEach(p -> counts[labels[p]]++);
    return counts;
  }

  @Test
  void isPinned() { // by the same rule in Python
    assertArrayEquals(new int[] {1, 2, 6, 9, 10, 11}, Splits.of(turns(12, 3), 6, 7).validation());
  }

  @Test
  void partsAreAscendingDisjointAndTogetherEverything() {
    Splits splits = Splits.of(turns(1000, 10), 130, 4);
    int[] both =
        IntStream.concat(Arrays.stream(splits.train()), Arrays.stream(splits.validation()))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, 1000).toArray(), both);
    assertArrayEquals(Arrays.stream(splits.train()).sorted().toArray(), splits.train());
    assertArrayEquals(Arrays.stream(splits.validation()).sorted().toArray(), splits.validation());
  }

  @Test
  void classesAreHeldOutEqually() {
    int[] labels = turns(1000, 10);
    int[] counts = classCounts(labels, Splits.of(labels, 100, 0).validation(), 10);
    assertArrayEquals(new int[] {10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, counts);
  }

  @Test
  void unequalClassesKeepTheirProportions() {
    // 50, 30 and 20 of 100; a tenth of them, and one more for the class that rounding hurt most
    int[] labels = IntStream.range(0, 100).map(i -> i < 50 ? 0 : i < 80 ? 1 : 2).toArray();
    assertArrayEquals(
        new int[] {5, 3, 2}, classCounts(labels, Splits.of(labels, 10, 0).validation(), 3));
    assertArrayEquals( // 5.5, 3.3, 2.2
        new int[] {6, 3, 2}, classCounts(labels, Splits.of(labels, 11, 0).validation(), 3));
  }

  @Test
  void seedsGiveOtherCutsAndTheSameSeedTheSame() {
    int[] labels = turns(1000, 10);
    int[] first = Splits.of(labels, 100, 1).validation();
    assertArrayEquals(first, Splits.of(labels, 100, 1).validation());
    assertFalse(Arrays.equals(first, Splits.of(labels, 100, 2).validation()));
  }

  @Test
  void aLargerPartContainsASmallerOne() {
    int[] labels = turns(1000, 10);
    Set<Integer> large =
        Arrays.stream(Splits.of(labels, 305, 1).validation()).boxed().collect(Collectors.toSet());
    assertTrue(Arrays.stream(Splits.of(labels, 103, 1).validation()).allMatch(large::contains));
  }

  @Test
  void nothingMayBeHeldOutButNotEverything() {
    assertEquals(0, Splits.of(turns(10, 2), 0, 1).validation().length);
    assertThrows(Problem.class, () -> Splits.of(turns(10, 2), 10, 1));
  }
}
