package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.cost.Dims;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a gate, worked out with a pencil. */
class GateSumsTest {
  private static Gates.Place place(Dims weights, int classes, int[] labels, float... numbers) {
    GateSums sums = new GateSums(weights, classes);
    for (int i = 0; i < labels.length; i++) {
      sums.add(labels[i], numbers, (int) (i * weights.size()));
    }
    return sums.result("here");
  }

  /** Class 0: (0.25, 0) and (0.75, 0); class 1: (0.5, 1); class 2 has no images. */
  @Test
  void meansAndDeviationsAreOfClassAndChannel() {
    Gates.Place of = place(new Dims(2, 1, 1), 3, new int[] {0, 1, 0}, .25f, 0, .5f, 1, .75f, 0);
    double nan = Double.NaN;
    assertEquals(List.of(List.of(.5, 0.), List.of(.5, 1.), List.of(nan, nan)), of.classMean());
    List<Double> first = List.of(0.353553, 0.); // √((0.25² + 0.25²) / 1)
    assertEquals(List.of(first, List.of(nan, nan), List.of(nan, nan)), of.classSd());
  }

  /** The numbers are 0.25, 0, 0.5, 1, 0.75, 0: their sum is 2.5, of their squares 1.875. */
  @Test
  void allNumbersCountAlike() {
    Gates.Place of = place(new Dims(2, 1, 1), 3, new int[] {0, 1, 0}, .25f, 0, .5f, 1, .75f, 0);
    assertEquals(0.416667, of.mean());
    assertEquals(0.408248, of.sd(), 1e-6); // √((1.875 - 6·(2.5/6)²) / 5)
    assertEquals(0.333333, of.nearZero());
    assertEquals(0.166667, of.nearOne());
    assertEquals(2.25163, of.entropy()); // four numbers alone, one twice: log₂ 6 - (2/6) log₂ 2
  }

  /**
   * An image counts in its class with the mean over positions, while shares count each position.
   */
  @Test
  void positionsAreAveragedForTheClassesOnly() {
    Gates.Place of = place(new Dims(1, 2, 2), 1, new int[] {0, 0}, 0, 0, 0, 1, .5f, .5f, .5f, .5f);
    assertEquals(List.of(List.of(.375)), of.classMean());
    assertEquals(List.of(List.of(.176777)), of.classSd()); // 0.25 and 0.5: 0.125·√2
    assertEquals(.375, of.nearZero());
    assertEquals(.125, of.nearOne());
    assertEquals(8, of.histogram().stream().mapToLong(n -> n).sum());
  }

  /** Bin 0 has all below -1, bin 1 begins there, bin 21 at 0, bin 61 all from 2 on. */
  @ParameterizedTest
  @CsvSource({
    "-1.5, 0",
    "-1, 1",
    "-0.96, 1",
    "-0.01, 20",
    "0, 21",
    "0.04, 21",
    "0.06, 22",
    "0.97, 40",
    "1, 40",
    "1.01, 41",
    "1.99, 60",
    "2, 61",
    "300, 61",
    "-1e30, 0",
    "1e30, 61"
  })
  void aBinHoldsItsLowerEndButOneBelongsBelow(float weight, int bin) {
    List<Long> expected = new ArrayList<>(Collections.nCopies(62, 0L));
    expected.set(bin, 1L);
    assertEquals(expected, place(new Dims(1, 1, 1), 1, new int[] {0}, weight).histogram());
  }

  /** Nearer than 0.05 and no less: 0.05 as float32 is a little more. */
  @ParameterizedTest
  @CsvSource({
    "0.049, 1, 0",
    "0.05, 0, 0",
    "-0.04, 1, 0",
    "0.951, 0, 1",
    "0.949, 0, 0",
    "1.04, 0, 1",
    "1.06, 0, 0",
    "-1, 0, 0",
    "1, 0, 1",
    "0, 1, 0"
  })
  void nearMeansNearerThanATwentieth(float weight, double zero, double one) {
    Gates.Place of = place(new Dims(1, 1, 1), 1, new int[] {0}, weight);
    assertEquals(zero, of.nearZero());
    assertEquals(one, of.nearOne());
  }

  @Test
  void entropyIsInBits() {
    assertEquals(0, GateSums.entropy(0, 5, 0));
    assertEquals(1, GateSums.entropy(3, 3));
    assertEquals(2, GateSums.entropy(1, 1, 1, 1), 1e-15);
    assertEquals(0.8112781245, GateSums.entropy(1, 3), 1e-10);
  }

  /** The sums of squares of a saturated gate would lose what makes its weights differ. */
  @Test
  void smallDifferencesBesideALargeMeanAreKept() {
    Moments of = new Moments(1);
    Random random = new Random(1);
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int i = 0; i < 10_000; i++) {
      double value = 1e8 + (random.nextBoolean() ? 1 : 0);
      least = Math.min(least, value);
      most = Math.max(most, value);
      of.add(value);
    }
    assertTrue(most > least);
    assertEquals(0.5, of.sd(0), 1e-3);
  }
}
