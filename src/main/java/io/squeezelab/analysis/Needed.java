package io.squeezelab.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How many seeds would tell, and what those at hand can tell, in words that end a sentence. */
final class Needed {
  private static final String POWER = " (power 80 %)";

  private Needed() {}

  /** Of one arm that cannot be told from the baseline. */
  static String words(Contrast row) {
    List<String> parts = new ArrayList<>();
    if (row.enough() > 0) {
      parts.add(row.enough() + " pairs would do for a difference of this size");
    }
    // Two pairs may ask for more than there is between no image and all of them.
    if (row.detectable() <= 1) {
      String size = Numbers.size(row.detectable());
      parts.add(row.difference().n() + " pairs find differences of " + size + " points or more");
    }
    return parts.isEmpty() ? "" : "; " + String.join(", ", parts) + POWER;
  }

  /** Of several: the arm that needs the fewest. */
  static String words(List<Contrast> rows) {
    return rows.stream()
        .filter(r -> r.enough() > 0)
        .min(Comparator.comparingInt(Contrast::enough))
        .map(r -> "; %d pairs would do for the clearest, %s".formatted(r.enough(), clearest(r)))
        .orElse("");
  }

  private static String clearest(Contrast row) {
    String difference = Numbers.points(row.difference().mean());
    return "%s (%s points; power 80 %%)".formatted(row.label(), difference);
  }
}
