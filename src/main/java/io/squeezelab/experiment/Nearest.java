package io.squeezelab.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Finds the whole number at which a cost comes nearest to a target. The cost may rise or fall with
 * the number, stand still over a range, and be undefined where a network refuses the number: small
 * ones are all tried, powers of two up to the limit, multiples and parts of the usual one (what has
 * to divide a width often shares a factor with it), then what lies around the nearest so far.
 */
final class Nearest {
  private static final int LIMIT = 1 << 16;
  private static final int SMALL = 32;
  private static final int AT_ONCE = 16;
  private static final int MOST_TRIED = 600;

  private final long target;
  private final int usual;
  private final IntFunction<OptionalLong> cost;
  private final NavigableMap<Integer, Long> costs = new TreeMap<>();
  private final Set<Integer> tried = new HashSet<>();

  /**
   * @param usual the number to prefer where several are equally near
   * @param cost at a number; nothing where it is refused
   */
  Nearest(long target, int usual, IntFunction<OptionalLong> cost) {
    this.target = target;
    this.usual = usual;
    this.cost = cost;
    for (int k = 1; usual >= 1 && k <= AT_ONCE; k++) {
      attempt((int) Math.min(LIMIT, (long) usual * k));
      attempt(Math.max(1, usual / k));
    }
    for (int number = 1; number <= LIMIT; number = number < SMALL ? number + 1 : 2 * number) {
      attempt(number);
    }
    List<Integer> near = around();
    while (!near.isEmpty() && tried.size() < MOST_TRIED) {
      near.forEach(this::attempt);
      near = around();
    }
  }

  private void attempt(int number) {
    if (tried.add(number)) {
      cost.apply(number).ifPresent(found -> costs.put(number, found));
    }
  }

  /** What to try next: numbers spread between the neighbours of the nearest. */
  private List<Integer> around() {
    if (costs.isEmpty() || best().getValue() == target) {
      return List.of();
    }
    Integer below = costs.lowerKey(best().getKey());
    Integer above = costs.higherKey(best().getKey());
    List<Integer> open = new ArrayList<>();
    for (int n = below == null ? 1 : below + 1; n < (above == null ? LIMIT : above); n++) {
      if (!tried.contains(n)) {
        open.add(n);
      }
    }
    int step = Math.max(1, open.size() / AT_ONCE);
    List<Integer> spread = new ArrayList<>();
    for (int i = step / 2; i < open.size(); i += step) {
      spread.add(open.get(i));
    }
    return spread;
  }

  /** Whether the cost is defined anywhere. */
  boolean found() {
    return !costs.isEmpty();
  }

  /** The number, and the cost there. */
  Map.Entry<Integer, Long> best() {
    return costs.entrySet().stream()
        .min(
            Comparator.<Map.Entry<Integer, Long>>comparingLong(e -> Math.abs(e.getValue() - target))
                .thenComparing(e -> e.getKey() != usual)
                .thenComparing(Map.Entry::getKey))
        .orElseThrow();
  }

  /** The number of the least cost that was met. */
  Map.Entry<Integer, Long> least() {
    return costs.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
  }

  /** The number of the highest cost that was met. */
  Map.Entry<Integer, Long> most() {
    return costs.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
  }
}
