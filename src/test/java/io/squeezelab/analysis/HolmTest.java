package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HolmTest {

  /** statsmodels 0.15.0: {@code multipletests(p, method='holm')[1]}. */
  @Test
  void agreesWithStatsmodels() {
    assertArrayEquals(
        new double[] {0.05, 0.12, 0.12, 0.03, 0.2, 0.12},
        Holm.adjusted(0.01, 0.04, 0.03, 0.005, 0.2, 0.04),
        1e-15);
  }

  @Test
  void whatWasNotTestedDoesNotCount() {
    assertArrayEquals(
        new double[] {0.02, Double.NaN, 0.04}, Holm.adjusted(0.01, Double.NaN, 0.04), 1e-15);
    assertEquals(2, Holm.tests(0.01, Double.NaN, 0.04));
  }

  @Test
  void noneIsAboveOne() {
    assertArrayEquals(new double[] {1, 1}, Holm.adjusted(0.6, 0.7));
    assertEquals(0, Holm.adjusted().length);
  }
}
