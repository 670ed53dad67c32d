package io.squeezelab.experiment;

import io.squeezelab.search.Point;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Counts what becomes of combinations, each once however often it is asked for. */
final class Tally {
  private final List<Axis> axes;
  private final Rules rules;
  private final UnaryOperator<String> places;
  private final Set<Point> seen = new HashSet<>();
  private final Set<Point> meant = new HashSet<>();
  private final Map<String, Long> excluded = new HashMap<>();
  private long joined;
  private long duplicates;
  private long left;

  /**
   * @param places where the file has what stands at a path
   */
  Tally(List<Axis> axes, Rules rules, UnaryOperator<String> places) {
    this.axes = axes;
    this.rules = rules;
    this.places = places;
  }

  /**
   * @param asked with a level for every axis, or else it is no combination but stands for several
   * @param has its levels where they have a meaning
   */
  void count(Point asked, Point has, Verdict verdict) {
    if (asked.levels().contains(Point.ABSENT) || !seen.add(asked)) {
      return;
    }
    if (!meant.add(has)) {
      joined++;
    } else if (!verdict.point().equals(has)) {
      duplicates++;
    } else if (verdict.arm() == null) {
      excluded.merge(verdict.origin(), 1L, Long::sum);
    } else {
      left++;
    }
  }

  /** Whether there is none that was not counted. */
  boolean whole() {
    return expansion().whole();
  }

  Expansion expansion() {
    BigInteger product = BigInteger.ONE;
    for (Axis axis : axes) {
      product = product.multiply(BigInteger.valueOf(axis.levels().size()));
    }
    List<Excluded> by = rules.origins().stream().map(this::by).toList();
    long refused = excluded.getOrDefault(Verdict.REFUSED, 0L);
    return new Expansion(product, seen.size(), joined, duplicates, by, refused, left);
  }

  private Excluded by(String origin) {
    long count = excluded.getOrDefault(origin, 0L);
    return new Excluded(rules.text(origin), places.apply(origin), count);
  }

  /**
   * What leaves a combination out, behind "excluded": {@code by params <= 1M (a.yaml:12)}.
   *
   * @param placed with the place, which has no meaning away from the file
   */
  String reason(Verdict verdict, boolean placed) {
    return verdict.origin().equals(Verdict.REFUSED)
        ? "since it makes no sense"
        : reason(by(verdict.origin()), placed);
  }

  private static String reason(Excluded by, boolean placed) {
    String link = by.rule().equals(Rules.NONE_FITS) ? "since " : "by ";
    return link + by.rule() + (placed ? " (" + by.place() + ")" : "");
  }

  /** What has left out all that was looked at. */
  String emptied() {
    Expansion all = expansion();
    List<String> parts = new ArrayList<>();
    all.excluded().stream()
        .filter(by -> by.count() > 0)
        .forEach(
            by -> parts.add(String.format(Locale.ROOT, "%,d ", by.count()) + reason(by, true)));
    if (all.refused() > 0) {
      parts.add(String.format(Locale.ROOT, "%,d that make no sense", all.refused()));
    }
    String which =
        all.whole()
            ? "all combinations"
            : String.format(Locale.ROOT, "all %,d combinations that were looked at", all.seen());
    return which + " are excluded: " + String.join(", ", parts);
  }
}
