package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The number at which a cost comes nearest to a target, whatever way the cost goes. */
class NearestTest {
  private static int best(long target, int usual, IntFunction<Long> cost) {
    return new Nearest(target, usual, number -> OptionalLong.of(cost.apply(number)))
        .best()
        .getKey();
  }

  @Test
  void risingFallingAndInJumps() {
    assertEquals(1000, best(1_000_000, 16, n -> (long) n * n));
    assertEquals(777, best(1_000_000 / 777, 16, n -> 1_000_000L / n));
    assertEquals(50_001, best(50_001, 1, n -> (long) n));
    int step = best(4000, 16, n -> 1000L * ((n + 3) / 1000 + 3)); // jumps at 997 and at 1997
    assertEquals(1, (step + 3) / 1000);
  }

  @Test
  void theUsualNumberStaysWhereItIsAsGoodAsAnother() {
    assertEquals(16, best(5, 16, n -> 5L));
    assertEquals(300, best(5, 300, n -> n < 100 ? 4L : 5L));
  }

  /** Groups must divide what they group. */
  @Test
  void numbersThatAreRefusedArePassedOver() {
    Nearest nearest =
        new Nearest(96 * 3, 96, n -> n % 96 == 0 ? OptionalLong.of(n) : OptionalLong.empty());
    assertEquals(288, nearest.best().getKey());
    assertEquals(96, nearest.least().getKey());
    assertFalse(new Nearest(1, 1, n -> OptionalLong.empty()).found());
  }
}
