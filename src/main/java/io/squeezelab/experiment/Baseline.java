package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Check;
import io.squeezelab.trial.Recipe;
import java.util.Map;

/**
 * What every table is relative to.
 *
 * @param label unless it is another arm too
 * @param draft as written
 */
record Baseline(String label, Draft draft, Recipe recipe) {

  /** The field {@code baseline}. */
  static Baseline of(JsonNode given, Draft base) {
    Changes changes = new Changes(given, "baseline");
    Check.that(
        changes.factors().keySet().stream().noneMatch(path -> path.matches("match(\\..*)?")),
        "baseline",
        "cannot be matched: it is what others are matched to");
    Draft draft = changes.on(base);
    return new Baseline(changes.label("baseline"), draft, draft.recipe());
  }

  String id() {
    return recipe.with(0).id();
  }

  /** An arm of its own. */
  Arm arm(String label) {
    return new Arm(label, Map.of(), recipe, null);
  }
}
