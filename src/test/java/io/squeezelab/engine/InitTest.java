package io.squeezelab.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.Seeds;
import org.junit.jupiter.api.Test;

/** Initial values have the spread that their papers ask for; bounds at five standard errors. */
class InitTest {
  private static final int MANY = 64 * 32 * 3 * 3;
  private static final long[] KERNEL = {64, 32, 3, 3};

  private static float[] filled(Init init, long... shape) {
    float[] values = new float[MANY];
    init.fill(values, shape, Seeds.random(1, "test"));
    return values;
  }

  private static double moment(float[] values, int power) {
    double sum = 0;
    for (float value : values) {
      sum += Math.pow(value, power);
    }
    return sum / values.length;
  }

  @Test
  void heIsNormalWithVarianceTwoOverFanIn() {
    float[] values = filled(Init.he(), KERNEL);
    double variance = 2.0 / (32 * 9);
    double root = Math.sqrt(MANY);
    assertEquals(0, moment(values, 1), 5 * Math.sqrt(variance) / root);
    assertEquals(variance, moment(values, 2), 5 * variance * Math.sqrt(2) / root);
    double kurtosis = moment(values, 4) / (variance * variance);
    assertEquals(3, kurtosis, 5 * Math.sqrt(96) / root); // a uniform one has 1.8
  }

  @Test
  void uniformIsFlatWithinOneOverTheRootOfFanIn() {
    double bound = 1 / Math.sqrt(32 * 9);
    flat(filled(Init.uniform(), KERNEL), bound);
    flat(filled(Init.uniform(100), 64), 0.1);
  }

  private static void flat(float[] values, double bound) {
    double least = bound;
    double most = -bound;
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    assertTrue(-bound <= least && least < -0.999 * bound, "least is " + least);
    assertTrue(0.999 * bound < most && most <= bound, "most is " + most);
    double variance = bound * bound / 3;
    double root = Math.sqrt(values.length);
    assertEquals(0, moment(values, 1), 5 * Math.sqrt(variance) / root);
    assertEquals(variance, moment(values, 2), 5 * variance * Math.sqrt(0.8) / root);
  }

  @Test
  void zerosAndOnesAre() {
    float[] ones = new float[] {7, 7};
    Init.ONES.fill(ones, new long[] {2}, Seeds.random(1, "test"));
    assertArrayEquals(new float[] {1, 1}, ones);
    Init.ZEROS.fill(ones, new long[] {2}, Seeds.random(1, "test"));
    assertArrayEquals(new float[] {0, 0}, ones);
  }
}
