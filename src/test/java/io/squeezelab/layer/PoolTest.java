package io.squeezelab.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.Probe.Numbers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pools do at the border of a map, worked out by hand. */
@Tag("engine")
class PoolTest {
  private static final Pool INNER = new Pool("pool", Pool.Kind.INNER_MEAN, 3, 1, 1, false);
  private static final Numbers NINE =
      new Numbers(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 1, 3, 3);

  /** The corner is (1 + 2 + 4 + 5) / 4, the side's middle (1 + … + 6) / 6. */
  @Test
  void anInnerMeanIsOfTheNumbersOfTheMapOnly() {
    try (Probe probe = new Probe(new Parameters(), INNER, 0)) {
      float[] means = {3, 3.5f, 4, 4.5f, 5, 5.5f, 6, 6.5f, 7};
      assertArrayEquals(means, probe.evaluate(NINE).values(), 1e-6f);
    }
  }

  /** The first number is in the windows of the upper left four: of 4, 6, 6 and 9 numbers. */
  @Test
  void itsGradientIsDividedAlike() {
    try (Probe probe = new Probe(new Parameters(), INNER, 0)) {
      float[] c = Numbers.normal(5, 1, 1, 1, 3, 3).values();
      double first = c[0] / 4.0 + c[1] / 6.0 + c[3] / 6.0 + c[4] / 9.0;
      assertEquals(first, probe.doubles(NINE, 5, false)[0][0], 1e-12);
    }
  }

  /** Five of the nine numbers under the corner are zeros: (1 + 2 + 4 + 5) / 9. */
  @Test
  void zerosCountInTheOtherMean() {
    try (Probe probe = new Probe(new Parameters(), Pool.mean("pool", 3, 1, 1), 0)) {
      assertEquals(12 / 9f, probe.evaluate(NINE).values()[0], 1e-6f);
    }
  }
}
