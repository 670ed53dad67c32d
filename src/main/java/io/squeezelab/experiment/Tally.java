package io.squeezelab.experiment;

import io.squeezelab.search.Point;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
    Stream<Excluded> included =
        rules.include().isEmpty() ? Stream.of() : Stream.of(by("no include fits", "include"));
    List<Excluded> by =
        Stream.of(
                included,
                rules.exclude().stream().map(rule -> by(rule.toString(), rule.origin())),
                rules.constraints().stream().map(limit -> by(limit.toString(), limit.origin())))
            .flatMap(part -> part)
            .toList();
    long refused = excluded.getOrDefault(Verdict.REFUSED, 0L);
    return new Expansion(product, seen.size(), joined, duplicates, by, refused, left);
  }

  private Excluded by(String rule, String origin) {
    return new Excluded(rule, places.apply(origin), excluded.getOrDefault(origin, 0L));
  }
}
