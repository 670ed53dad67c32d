package io.squeezelab.spec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/**
 * Randomness from a trial's seed, one independent stream for each purpose: what one purpose draws
 * never shifts what another one gets. The numbers are the same on every machine and Java version.
 */
public final class Seeds {
  private Seeds() {}

  /**
   * A seed for one purpose: the first eight bytes, big-endian, of the SHA-256 of {@code
   * purpose:seed} in UTF-8.
   *
   * @param purpose what is drawn, in kebab case: {@code split}, {@code batch-order}
   */
  public static long of(long seed, String purpose) {
    byte[] text = (purpose + ':' + seed).getBytes(StandardCharsets.UTF_8);
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public static SplittableRandom random(long seed, String purpose) {
    return new SplittableRandom(of(seed, purpose));
  }

  /**
   * A whole number from 0 to {@code bound - 1}. Made from {@code nextLong} alone, whose sequence is
   * specified, unlike {@code nextInt(bound)}'s. No number is likelier than another by more than one
   * part in 2^32.
   */
  public static int below(int bound, SplittableRandom random) {
    return (int) Math.multiplyHigh(random.nextLong() >>> 1, (long) bound << 1);
  }

  /** A number uniform in [low, high), of 53 random bits; {@code low} where both are equal. */
  public static double between(double low, double high, SplittableRandom random) {
    return low + (high - low) * ((random.nextLong() >>> 11) * 0x1p-53);
  }

  /** The numbers from 0 to {@code count - 1} in random order, by Fisher and Yates. */
  public static int[] permutation(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = below(i + 1, random);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
