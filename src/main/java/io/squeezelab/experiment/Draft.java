package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Expand;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Reach;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A trial under construction: its tree in resolved form, and for each change made to it the place
 * in the file where the change stands, so that what is wrong with the result can be shown there.
 */
final class Draft {
  private static final String SEEDS = "seeds stand beside the trial, in the field 'seeds'";

  private final JsonNode tree;
  private final Map<String, String> origins;

  private Draft(JsonNode tree, Map<String, String> origins) {
    this.tree = tree;
    this.origins = origins;
  }

  /** The field {@code trial} of the file. */
  static Draft of(JsonNode trial) {
    if (trial.has("seed")) {
      throw new Problem("trial.seed", SEEDS);
    }
    return new Draft(trial, Map.of("", "trial")).expanded();
  }

  /**
   * The same with the field at {@code path} replaced.
   *
   * @param path may be short where one field inside is meant: {@code attention.reduction}
   * @param origin where the file says so
   */
  Draft with(String path, JsonNode value, String origin) {
    String there = path(path, origin);
    JsonNode changed = tree.deepCopy();
    new Reach(changed).set(there, value);
    Map<String, String> from = new LinkedHashMap<>(origins);
    from.keySet().removeIf(old -> !old.isEmpty() && within(old, there));
    from.put(there, origin);
    return new Draft(changed, from).expanded();
  }

  private static boolean within(String path, String outer) {
    return path.equals(outer) || path.startsWith(outer + ".") || path.startsWith(outer + "[");
  }

  /**
   * A path in full.
   *
   * @param origin where the file has it
   */
  String path(String given, String origin) {
    String where = origin.replaceFirst("\\[\\d+]$", ""); // the path is wrong, not one of its values
    JsonNode at = tree;
    String above = "";
    for (String field : given.split("\\.")) {
      if (!at.isObject()) {
        String is = Reach.last(above) + " is " + Trees.print(at) + ", which has no fields";
        throw new Problem(where, is);
      }
      if (!at.has(field)) {
        String rest = above.isEmpty() ? given : given.substring(above.length() + 1);
        return Problem.join(above, further((ObjectNode) at, above, rest, where));
      }
      at = at.get(field);
      above = Problem.join(above, field);
    }
    return given;
  }

  /** The one field inside that a name which the object itself lacks is short for. */
  private static String further(ObjectNode at, String above, String name, String where) {
    List<String> meant = above.isEmpty() ? List.of() : new Reach(at).meant(name);
    if (meant.isEmpty()) {
      List<String> allowed = new ArrayList<>();
      at.fieldNames().forEachRemaining(allowed::add);
      throw new Problem(where, Names.unknown("field", name.split("\\.")[0], allowed));
    }
    if (meant.size() > 1) {
      throw new Problem(where, Names.several(name, meant));
    }
    return meant.get(0);
  }

  /** Refuses what is no path into a trial, at the place {@code where} the file has it. */
  static void checkPath(String path, String where) {
    if (path.matches("seeds?")) {
      throw new Problem(where, SEEDS);
    }
    if (!path.matches("[\\w-]+(\\[\\d+])*(\\.[\\w-]+(\\[\\d+])*)*")) {
      throw new Problem(where, "must be a path of fields, such as attention.squeeze");
    }
  }

  private Draft expanded() {
    return located(() -> new Draft(Expand.expand(Recipe.class, tree), origins));
  }

  /** The finished recipe, with all its parts fitting together. */
  Recipe recipe() {
    return located(
        () -> {
          Recipe recipe = Bind.read(Recipe.class, tree);
          recipe.network();
          return recipe;
        });
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
