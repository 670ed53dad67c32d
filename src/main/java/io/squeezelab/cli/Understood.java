package io.squeezelab.cli;

import io.squeezelab.experiment.Claim;
import io.squeezelab.experiment.Experiment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Claims in words, one line each, with the labels of the arms that their names stand for. */
final class Understood {
  private Understood() {}

  static List<String> of(Experiment experiment) {
    return experiment.expected().claims().stream()
        .map(claim -> "claim: " + claim.text() + ": " + words(claim))
        .toList();
  }

  private static String words(Claim claim) {
    if (claim instanceof Claim.Versus versus) {
      return versus(versus);
    }
    if (claim instanceof Claim.Ordered order) {
      return "accuracies fall in this order: " + String.join("; ", order.arms());
    }
    if (claim instanceof Claim.Spread spread) {
      String arms = String.join("; ", spread.arms());
      return "the means of these lie within " + number(spread.bound()) + " points: " + arms;
    }
    String reason = ((Claim.Open) claim).reason();
    String start = reason.substring(0, 1).toLowerCase(Locale.ROOT);
    return start + reason.substring(1) + " before the search has run";
  }

  private static String versus(Claim.Versus claim) {
    String how =
        claim.strict()
            ? "is more accurate than"
            : claim.margin() > 0
                ? "is less than " + number(claim.margin()) + " points behind"
                : "is at least as accurate as";
    boolean bare = !claim.strict() && claim.margin() == 0;
    String hint = " (which takes as much evidence as >; give a margin with `within`)";
    Claim.Bound bound = claim.bound();
    String cost =
        bound == null
            ? ""
            : ", with at most " + number(bound.percent()) + " % of its " + bound.measure();
    return claim.left() + " " + how + " " + claim.right() + (bare ? hint : "") + cost;
  }

  /** Without zeros at its end. */
  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
