package io.squeezelab.search;

import io.squeezelab.spec.Seeds;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random numbers for libraries, the same on every Java: the JDK promises the sequence of {@code
 * nextLong} only, and not what it makes of it.
 */
final class Steady implements RandomGenerator {
  private final SplittableRandom random;

  Steady(SplittableRandom random) {
    this.random = random;
  }

  @Override
  public long nextLong() {
    return random.nextLong();
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> Integer.SIZE);
  }

  @Override
  public int nextInt(int bound) {
    return Seeds.below(bound, random);
  }

  @Override
  public int nextInt(int from, int to) {
    return from + Seeds.below(to - from, random);
  }

  @Override
  public double nextDouble() {
    return Seeds.between(0, 1, random);
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }
}
