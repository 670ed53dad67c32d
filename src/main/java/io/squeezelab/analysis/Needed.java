package io.squeezelab.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many seeds would tell, and what those at hand can tell, in words that end a sentence. */
final class Needed {
  private Needed() {}

  /** Of one arm that cannot be told from the baseline. */
  static String words(Contrast row) {
    if (!Double.isFinite(row.detectable())) {
      return "";
    }
    String enough =
        row.enough() == 0 ? "" : row.enough() + " pairs would do for a difference of this size, ";
    return "; %s%d pairs find differences of %s points or more (power 80 %%)"
        .formatted(enough, row.difference().n(), Numbers.size(row.detectable()));
  }

  /** Of several: the arm that needs the fewest. */
  static String words(List<Contrast> rows) {
    Optional<Contrast> clearest =
        rows.stream().filter(r -> r.enough() > 0).min(Comparator.comparingInt(Contrast::enough));
    return clearest
        .map(
            r ->
                "; %d pairs would do for the clearest, %s (power 80 %%)"
                    .formatted(r.enough(), r.label()))
        .orElse("");
  }
}
