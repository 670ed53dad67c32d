package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Expand;
import io.squeezelab.spec.Fields;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A trial under construction: its tree in resolved form, and for each change made to it the place
 * in the file where the change stands, so that what is wrong with the result can be shown there.
 */
final class Draft {
  private static final String MATCH = "match";
  private static final JsonNode NONE = Trees.yaml("none");

  private final JsonNode tree;
  private final JsonNode match;
  private final Map<String, String> origins;

  /**
   * @param match what it has to cost, as written; {@code none} for whatever
   */
  private Draft(JsonNode tree, JsonNode match, Map<String, String> origins) {
    this.tree = tree;
    this.match = match;
    this.origins = origins;
  }

  /** The field {@code trial} of the file. */
  static Draft of(JsonNode trial) {
    if (trial.has("seed")) {
      throw new Problem("trial.seed", Route.SEEDS);
    }
    JsonNode tree = trial.deepCopy();
    JsonNode match = tree.isObject() ? ((ObjectNode) tree).remove(MATCH) : null;
    return new Draft(tree, match == null ? NONE : match, Map.of("", "trial")).expanded();
  }

  /**
   * The same with the field at {@code path} replaced.
   *
   * @param path may be short where one field inside is meant: {@code attention.reduction}
   * @param origin where the file says so
   */
  Draft with(String path, JsonNode value, String origin) {
    if (path.equals(MATCH) || path.startsWith(MATCH + ".")) {
      return matching(path, value, origin);
    }
    String there = Route.full(tree, path, origin);
    JsonNode changed = tree.deepCopy();
    new Fields(changed).set(there, value);
    Map<String, String> from = new LinkedHashMap<>(origins);
    from.keySet().removeIf(old -> !old.isEmpty() && within(old, there));
    from.put(there, origin);
    return new Draft(changed, match, from).expanded();
  }

  private Draft matching(String path, JsonNode value, String origin) {
    Map<String, String> from = new LinkedHashMap<>(origins);
    from.put(path, origin);
    if (path.equals(MATCH)) {
      return new Draft(tree, value, from);
    }
    ObjectNode changed = match.isObject() ? match.deepCopy() : Trees.object();
    changed.set(path.substring(MATCH.length() + 1), value);
    return new Draft(tree, changed, from);
  }

  /** What it has to cost, if anything. */
  Optional<Match> match() {
    return match.equals(NONE) ? Optional.empty() : Optional.of(located(this::readMatch));
  }

  private Match readMatch() {
    try {
      return Bind.read(Match.class, match);
    } catch (Problem problem) {
      throw problem.under(MATCH);
    }
  }

  /** Where the file says what it has to cost. */
  String matchAt(String field) {
    return origin(Problem.join(MATCH, field));
  }

  /** With a whole number set, as its cost asks for. */
  Draft matched(String path, int number) {
    return with(path, IntNode.valueOf(number), origin(MATCH));
  }

  /** Its resolved form so far. */
  JsonNode tree() {
    return tree;
  }

  private static boolean within(String path, String outer) {
    return path.equals(outer) || path.startsWith(outer + ".") || path.startsWith(outer + "[");
  }

  private Draft expanded() {
    return located(() -> new Draft(Expand.expand(Recipe.class, tree), match, origins));
  }

  /** The finished recipe, whose parts may not fit together. */
  Recipe parts() {
    return located(() -> Bind.read(Recipe.class, tree));
  }

  /** The finished recipe, with all its parts fitting together. */
  Recipe recipe() {
    Recipe recipe = parts();
    located(recipe::network);
    return recipe;
  }

  private <T> T located(Supplier<T> work) {
    try {
      return work.get();
    } catch (Problem problem) {
      Problem there = new Problem(origin(problem.path()), problem.getMessage());
      there.initCause(problem);
      throw there;
    }
  }

  /** Where in the file the value at this path of the trial comes from. */
  private String origin(String path) {
    String best = "";
    for (String change : origins.keySet()) {
      boolean above = change.isEmpty() || within(path, change);
      if (above && change.length() >= best.length()) {
        best = change;
      }
    }
    String rest = best.isEmpty() ? path : path.substring(best.length()).replaceFirst("^\\.", "");
    return Problem.join(origins.get(best), rest);
  }
}
