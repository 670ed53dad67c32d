package io.squeezelab.engine;

import java.util.SplittableRandom;

/** Initial values of a parameter. */
@FunctionalInterface
public interface Init {
  Init ZEROS = constant(0);
  Init ONES = constant(1);

  /**
   * @param into numbers of a tensor of this shape, in row-major order
   * @param shape (out, in/groups, …) as PyTorch has it; fan-in is the product of all but the first
   */
  void fill(float[] into, long[] shape, SplittableRandom random);

  static Init constant(float value) {
    return (into, shape, random) -> java.util.Arrays.fill(into, value);
  }

  /** Normal with variance 2 / fan-in: He et al. 2015 (arXiv 1502.01852), equation 10. */
  static Init he() {
    return (into, shape, random) -> {
      double deviation = Math.sqrt(2.0 / fanIn(shape));
      for (int i = 0; i < into.length; i++) {
        into[i] = (float) (deviation * gaussian(random));
      }
    };
  }

  /** Uniform within ± 1 / sqrt(fan-in): what PyTorch does where a layer's author says nothing. */
  static Init uniform() {
    return (into, shape, random) -> within(into, random, 1 / Math.sqrt(fanIn(shape)));
  }

  /** Uniform within ± 1 / sqrt(fanIn): for a bias, whose own shape does not tell the fan-in. */
  static Init uniform(long fanIn) {
    return (into, shape, random) -> within(into, random, 1 / Math.sqrt(fanIn));
  }

  private static void within(float[] into, SplittableRandom random, double bound) {
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) ((2 * unit(random) - 1) * bound);
    }
  }

  private static long fanIn(long[] shape) {
    long fan = 1;
    for (int i = 1; i < shape.length; i++) {
      fan *= shape[i];
    }
    return fan;
  }

  /** Marsaglia's polar method, spelt out so that no Java version can change the numbers. */
  private static double gaussian(SplittableRandom random) {
    while (true) {
      double a = 2 * unit(random) - 1;
      double b = 2 * unit(random) - 1;
      double s = a * a + b * b;
      if (s > 0 && s < 1) {
        return a * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** Uniform in [0, 1), from {@code nextLong} alone, whose sequence is specified. */
  private static double unit(SplittableRandom random) {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }
}
