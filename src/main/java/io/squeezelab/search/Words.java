package io.squeezelab.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The defining relation of a regular two-level fraction: products of factors that are constant over
 * it, each a set of factors as bits. They are a group under multiplication, in which equal factors
 * cancel.
 */
record Words(List<Integer> all) {
  private static final int NAMES = 26;

  /** Of the full factorial. */
  static final Words NONE = new Words(List.of());

  /** With another generator, and its products with those before. */
  Words with(int generator) {
    List<Integer> more = new ArrayList<>(all);
    more.add(generator);
    all.forEach(word -> more.add(word ^ generator));
    return new Words(more);
  }

  /** Words by their length, from 0 to the number of factors: the word-length pattern. */
  int[] pattern(int factors) {
    int[] counts = new int[factors + 1];
    all.forEach(word -> counts[Integer.bitCount(word)]++);
    return counts;
  }

  /** Length of the shortest word; above all others for a full factorial. */
  int resolution() {
    return all.stream().mapToInt(Integer::bitCount).min().orElse(Integer.MAX_VALUE);
  }

  /** Whether it confounds less: the first length at which patterns differ has fewer words. */
  static boolean less(int[] pattern, int[] other) {
    int at = Arrays.mismatch(pattern, other);
    return at >= 0 && pattern[at] < other[at];
  }

  /** {@code ABD}; the letter I is left out, which stands for the identity. */
  static String name(int word) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < Integer.SIZE && word >>> i != 0; i++) {
      if ((word >>> i & 1) == 1) {
        name.append((char) ('A' + (i < 'I' - 'A' ? i : i + 1) % NAMES));
      }
    }
    return name.toString();
  }
}
