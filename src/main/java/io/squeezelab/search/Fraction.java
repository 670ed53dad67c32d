package io.squeezelab.search;

import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A regular two-level fraction of least aberration: of all choices of generators the one with the
 * fewest short words. The first factors are free; each further one is the product of some of them.
 *
 * @param factors k
 * @param free m: 2^m combinations are run
 * @param generators of the further factors, as words
 */
@From("Fries and Hunter (1980), Technometrics 22: criterion of minimum aberration")
record Fraction(int factors, int free, List<Integer> generators, Words words) {
  static final int MOST_FACTORS = 11;
  private static final int SHORTEST = 3; // shorter words equate main effects

  /** The search for it, which goes through all sets of products. */
  private static final class Choice {
    private final int factors;
    private final int free;
    private final List<Integer> products;
    private int[] least;
    private List<Integer> best;

    Choice(int factors, int free) {
      this.factors = factors;
      this.free = free;
      this.products = // those of many factors first: good designs come early, and cut off the rest
          IntStream.range(1, 1 << free)
              .filter(product -> Integer.bitCount(product) >= SHORTEST - 1)
              .boxed()
              .sorted(Comparator.<Integer>comparingInt(product -> -Integer.bitCount(product)))
              .toList();
    }

    void further(int from, List<Integer> generators, Words words) {
      int next = free + generators.size();
      if (least != null && Words.less(least, words.pattern(factors))) {
        return; // words only become more
      }
      if (next == factors) {
        if (least == null || Words.less(words.pattern(factors), least)) {
          least = words.pattern(factors);
          best = List.copyOf(generators);
        }
        return;
      }
      for (int i = from; i < products.size(); i++) {
        int word = products.get(i) | 1 << next;
        generators.add(word);
        further(i + 1, generators, words.with(word));
        generators.remove(generators.size() - 1);
      }
    }
  }

  /**
   * @param free at most {@code factors}, and enough that all main effects differ
   */
  static Fraction of(int factors, int free) {
    Choice choice = new Choice(factors, free);
    choice.further(0, new ArrayList<>(), Words.NONE);
    Words words = Words.NONE;
    for (int generator : choice.best) {
      words = words.with(generator);
    }
    return new Fraction(factors, free, choice.best, words);
  }

  /** Whether so many factors have different main effects in 2^free combinations. */
  static boolean exists(int factors, int free) {
    return free <= factors && factors < 1 << free;
  }

  /** The combinations, in standard order: the level of each factor, 0 or 1. */
  List<List<Integer>> runs() {
    List<List<Integer>> runs = new ArrayList<>();
    for (int run = 0; run < 1 << free; run++) {
      List<Integer> levels = new ArrayList<>();
      for (int i = 0; i < factors; i++) {
        // + is 1: a product of signs is + where an even number of them is -
        int of = i < free ? 1 << i : generators.get(i - free) & (1 << free) - 1;
        levels.add(1 - Integer.bitCount(of & ~run) % 2);
      }
      runs.add(List.copyOf(levels));
    }
    return runs;
  }
}
