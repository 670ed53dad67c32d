package io.squeezelab.experiment;

import io.squeezelab.search.Factor;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A claim as it is written, before it is known which arms its names stand for.
 *
 * @param names of arms, as written; none where they differ in a factor
 * @param along the factor that they differ in; null where they are named
 * @param claim that is made about arms of these labels
 */
record Saying(String text, List<String> names, Along along, Function<List<String>, Claim> claim) {

  /**
   * The claim about the arms that there are.
   *
   * @throws Problem if a name stands for none of them, or for several
   */
  Claim about(ArmNames arms) {
    List<String> labels =
        along != null ? along.labels(arms) : names.stream().map(arms::label).toList();
    for (String label : labels) {
      boolean once = labels.indexOf(label) == labels.lastIndexOf(label);
      Check.that(once, "", "speaks of '" + label + "' twice; each arm is compared with others");
    }
    return claim.apply(labels);
  }

  /** The same; where arms are lacking, or not clear, a claim that is left open for that reason. */
  Claim asFar(ArmNames arms) {
    List<String> reasons = new ArrayList<>();
    for (String name : names) {
      List<String> meant = arms.meant(name);
      if (meant.isEmpty()) {
        reasons.add("There is no arm '" + name + "'");
      } else if (meant.size() > 1) {
        reasons.add("'" + name + "' may be any of " + ArmNames.list(meant));
      }
    }
    try {
      return reasons.isEmpty() ? about(arms) : open(String.join(", ", reasons));
    } catch (Problem unclear) {
      return open(unclear.getMessage());
    }
  }

  private Claim open(String reason) {
    return new Claim.Open(text, reason);
  }

  /**
   * Refuses what no search can find: a name that is neither an arm's nor made of levels.
   *
   * @param factors that the search combines
   */
  void check(ArmNames arms, List<Factor> factors) {
    if (along != null) {
      along.path(factors.stream().map(Factor::name));
    }
    names.forEach(name -> check(name, arms, factors));
  }

  /** The same of one name. */
  static void check(String name, ArmNames arms, List<Factor> factors) {
    if (arms.meant(name).size() == 1) {
      return;
    }
    for (String part : name.split(", ")) {
      boolean known =
          factors.stream()
              .anyMatch(
                  f -> f.levels().stream().anyMatch(l -> ArmNames.isLevel(part, f.name(), l)));
      if (!known) {
        List<String> allowed = new ArrayList<>(arms.arms().stream().map(Arm::label).toList());
        factors.forEach(factor -> allowed.addAll(factor.levels()));
        throw new Problem("", Names.unknown("arm", part, allowed));
      }
    }
  }
}
