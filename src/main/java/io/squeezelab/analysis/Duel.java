package io.squeezelab.analysis;

import io.squeezelab.analysis.Ruling.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Two arms seed by seed, and the paired t test of whether the accuracy of the left one less that of
 * the right one is above or below −margin.
 *
 * @param margin as a fraction
 * @param differences over the seeds that both have, as fractions
 * @param planned seeds that an arm is to have
 * @param obstacle why they are not compared; empty where they are
 */
record Duel(
    String left, String right, double margin, double[] differences, int planned, String obstacle) {

  static Duel of(Pairs pairs, String left, String right, double margin, int planned) {
    double[] differences = pairs.differences(left, right);
    return new Duel(
        left, right, margin, differences, planned, obstacle(pairs, left, right, differences));
  }

  private static String obstacle(Pairs pairs, String left, String right, double[] differences) {
    String obstacle = pairs.obstacle(List.of(left, right));
    if (!obstacle.isEmpty()) {
      return obstacle;
    }
    return differences.length == 0 ? left + " and " + right + " share no completed seed" : "";
  }

  private double[] shifted() {
    return Arrays.stream(differences).map(d -> d + margin).toArray();
  }

  /** NaN where there is no test: below two pairs, and without spread. */
  double p() {
    return obstacle.isEmpty() ? PairedT.p(shifted()) : Double.NaN;
  }

  Verdict verdict(double adjusted) {
    if (!Contrasts.found(adjusted)) {
      return Verdict.UNDECIDED;
    }
    return Estimate.of(shifted()).mean() > 0 ? Verdict.SUPPORTED : Verdict.CONTRADICTED;
  }

  /** A sentence without its full stop, as are all of these. */
  String numbers() {
    if (!obstacle.isEmpty()) {
      return obstacle;
    }
    Estimate of = Estimate.of(differences);
    String interval =
        !of.bounded()
            ? "one pair gives no interval"
            : "95 % interval " + Numbers.points(of.low()) + " to " + Numbers.points(of.high());
    return "The accuracy of %s less that of %s is %s points (%s, %s)"
        .formatted(
            left, right, Numbers.points(of.mean()), interval, Rulings.seeds(of.n(), planned));
  }

  /** Whether all differences are the same, so that there is no test. */
  boolean flat() {
    return Estimate.of(differences).flat();
  }

  /** Seeds that would do; 0 where 10,000 would not. Nothing where there is no test. */
  OptionalInt enough(int tests) {
    Estimate of = Estimate.of(shifted());
    return Double.isNaN(p())
        ? OptionalInt.empty()
        : OptionalInt.of(Rulings.enough(of.mean() / of.sd(), of.n(), tests));
  }

  /** {@code p = 0.031, corrected p = 0.062}. */
  String chances(double adjusted) {
    double p = p();
    return Double.isNaN(p)
        ? "no test"
        : Numbers.chance(p) + ", corrected " + Numbers.chance(adjusted);
  }
}
