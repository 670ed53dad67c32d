package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.cost.Cost;
import io.squeezelab.spec.Fields;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Recipe;
import java.util.List;
import java.util.OptionalLong;

/**
 * Brings arms to the cost that they have to have, by the one whole number that is free.
 *
 * @param baseline what relative costs are relative to; null for none
 */
record Matching(Recipe baseline) {
  /** Paths into what a network is built from. */
  private static final String COSTLY = "(backbone|attention|placement)\\..*";

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
    long base = match.aim().relative() ? base(draft, match) : 0;
    long target = match.aim().of(base);
    int usual = new Fields(draft.tree()).get(free).intValue();
    Nearest nearest = new Nearest(target, usual, number -> cost(draft, match, free, number));
    if (!nearest.found()) {
      draft.recipe(); // says why
    }
    int number = nearest.best().getKey();
    long cost = nearest.best().getValue();
    Matched matched = new Matched(free, number, match.measure(), match.aim(), base, target, cost);
    if (Math.abs(matched.off()) > match.within().share()) {
      String beyond = matched.beyond(arm, match.within(), nearest);
      throw new Problem(draft.matchAt(match.field()), beyond);
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

  /** What the baseline costs. */
  private long base(Draft draft, Match match) {
    if (baseline == null) {
      String lacks = " is relative to the baseline, but the experiment has none";
      throw new Problem(draft.matchAt(match.field()), match.aim() + lacks);
    }
    return match.of(baseline.network().cost());
  }

  private static String free(Draft draft, Match match, String arm) {
    if (match.free() == null) {
      return natural(draft, arm);
    }
    String where = draft.matchAt("free");
    Route.check(match.free(), where);
    if (!match.free().matches(COSTLY)) {
      String not = "'" + match.free() + "' is no part of what costs; these are: ";
      throw new Problem(where, not + String.join(", ", numbers(draft)));
    }
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

  /** The whole numbers that a network is built from, by their paths. */
  private static List<String> numbers(Draft draft) {
    Fields fields = new Fields(draft.tree());
    return fields.paths().stream()
        .filter(path -> path.matches(COSTLY))
        .filter(path -> fields.get(path).isIntegralNumber())
        .toList();
  }
}
