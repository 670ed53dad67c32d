package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.cost.Cost;
import io.squeezelab.spec.Fields;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Brings arms to the cost that they have to have, by the one whole number that is free.
 *
 * @param baseline what relative costs are relative to; null for none
 */
record Matching(Recipe baseline) {
  /**
   * An arm as it will run.
   *
   * @param matched null where it has to cost nothing in particular
   */
  record Solved(Recipe recipe, Matched matched) {}

  /**
   * @param arm label, for messages
   * @throws Problem if no number brings it near enough
   */
  Solved solve(Draft draft, String arm) {
    Match match = draft.match().orElse(null);
    if (match == null || spared(draft, match)) {
      return new Solved(draft.recipe(), null);
    }
    String free = free(draft, match, arm);
    long target = target(draft, match);
    int usual = new Fields(draft.tree()).get(free).intValue();
    Nearest nearest = new Nearest(target, usual, number -> cost(draft, match, free, number));
    if (!nearest.found()) {
      draft.recipe(); // says why
    }
    int number = nearest.best().getKey();
    long cost = nearest.best().getValue();
    Matched matched = new Matched(free, number, match.measure(), target, cost);
    if (Math.abs(matched.off()) > match.tolerance().share()) {
      throw new Problem(draft.matchAt(match.field()), beyond(arm, match, matched, nearest));
    }
    return new Solved(draft.matched(free, number).recipe(), matched);
  }

  /** Whether it is the baseline, and nothing but the trial's own match is meant for it. */
  private boolean spared(Draft draft, Match match) {
    boolean every = draft.matchAt(match.field()).startsWith("trial.");
    return every && baseline != null && draft.parts().same(baseline);
  }

  private static OptionalLong cost(Draft draft, Match match, String free, int number) {
    try {
      Cost cost = draft.matched(free, number).parts().network().cost();
      return OptionalLong.of(match.of(cost));
    } catch (Problem refused) {
      return OptionalLong.empty();
    }
  }

  private long target(Draft draft, Match match) {
    if (!match.aim().relative()) {
      return match.aim().of(0);
    }
    if (baseline == null) {
      String lacks = " is relative to the baseline, but the experiment has none";
      throw new Problem(draft.matchAt(match.field()), match.aim() + lacks);
    }
    return match.aim().of(match.of(baseline.network().cost()));
  }

  private static String free(Draft draft, Match match, String arm) {
    if (match.free() == null) {
      return natural(draft, arm);
    }
    String where = draft.matchAt("free");
    Route.check(match.free(), where);
    String path = Route.full(draft.tree(), match.free(), where);
    JsonNode value = new Fields(draft.tree()).get(path);
    if (!value.isIntegralNumber()) {
      String not = path + " is " + value + ", which is no whole number; these are: ";
      throw new Problem(draft.matchAt("free"), not + String.join(", ", numbers(draft)));
    }
    return path;
  }

  /** The attention's reduction, if it has one; otherwise the backbone's width. */
  private static String natural(Draft draft, String arm) {
    List<String> reductions =
        new Fields(draft.tree().get("attention"))
            .meant("reduction").stream().map(path -> Problem.join("attention", path)).toList();
    if (reductions.size() > 1) {
      throw new Problem(
          draft.matchAt(""),
          "'" + arm + "' needs 'free': " + Names.several("reduction", reductions));
    }
    if (reductions.size() == 1) {
      return reductions.get(0);
    }
    if (!draft.tree().get("backbone").path("width").isIntegralNumber()) {
      String among = "'" + arm + "' needs 'free', one of " + String.join(", ", numbers(draft));
      throw new Problem(draft.matchAt(""), among);
    }
    return "backbone.width";
  }

  /** The whole numbers of attention and backbone, by their paths. */
  private static List<String> numbers(Draft draft) {
    Fields fields = new Fields(draft.tree());
    return fields.paths().stream()
        .filter(path -> path.matches("(attention|backbone)\\..*"))
        .filter(path -> fields.get(path).isIntegralNumber())
        .toList();
  }

  private static String beyond(String arm, Match match, Matched nearest, Nearest all) {
    String what = count(nearest.target()) + " " + nearest.measure();
    String text =
        String.format(
            Locale.ROOT,
            "cannot bring '%s' to %s within %s: the nearest is %s (%+.2f %%), with %s = %d",
            arm,
            what,
            match.tolerance(),
            count(nearest.cost()),
            100 * nearest.off(),
            nearest.free(),
            nearest.value());
    if (nearest.target() > all.most().getValue()) {
      return text + ", and there is no more to be had";
    }
    return nearest.target() < all.least().getValue() ? text + ", and there is no less" : text;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
