package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Expand;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A trial under construction: its tree in resolved form, and for each change made to it the place
 * in the file where the change stands, so that what is wrong with the result can be shown there.
 */
final class Draft {
  private static final String SEEDS = "seeds stand beside the trial, in the field 'seeds'";

  private final JsonNode tree;
  private final Map<String, String> origins;
  private final Path folder;

  private Draft(JsonNode tree, Map<String, String> origins, Path folder) {
    this.tree = tree;
    this.origins = origins;
    this.folder = folder;
  }

  /**
   * The field {@code trial} of the file.
   *
   * @param folder from which paths in it start
   */
  static Draft of(JsonNode trial, Path folder) {
    if (trial.has("seed")) {
      throw new Problem("trial.seed", SEEDS);
    }
    return new Draft(trial, Map.of("", "trial"), folder).expanded();
  }

  /**
   * The same with the field at {@code path} replaced.
   *
   * @param origin where the file says so
   */
  Draft with(String path, JsonNode value, String origin) {
    ObjectNode changed = tree.deepCopy();
    String[] fields = path.split("\\.");
    holder(changed, fields, origin).set(fields[fields.length - 1], value);
    Map<String, String> from = new LinkedHashMap<>(origins);
    from.keySet().removeIf(old -> !old.isEmpty() && (old + ".").startsWith(path + "."));
    from.put(path, origin);
    return new Draft(changed, from, folder).expanded();
  }

  /** The object that has the last of these fields, each within the one before. */
  private static ObjectNode holder(ObjectNode root, String[] fields, String origin) {
    String where = origin.replaceFirst("\\[\\d+]$", ""); // the path is wrong, not one of its values
    ObjectNode at = root;
    for (int i = 0; i < fields.length; i++) {
      if (!at.has(fields[i])) {
        List<String> allowed = new ArrayList<>();
        at.fieldNames().forEachRemaining(allowed::add);
        throw new Problem(where, Names.unknown("field", fields[i], allowed));
      }
      JsonNode next = at.get(fields[i]);
      if (i == fields.length - 1) {
        break;
      }
      if (!next.isObject()) {
        String is = fields[i] + " is " + Trees.print(next) + ", which has no fields";
        throw new Problem(where, is);
      }
      at = (ObjectNode) next;
    }
    return at;
  }

  /** Refuses what is no path into a trial, at the place {@code where} the file has it. */
  static void checkPath(String path, String where) {
    if (path.matches("seeds?")) {
      throw new Problem(where, SEEDS);
    }
    if (!path.matches("[\\w-]+(\\.[\\w-]+)*")) {
      throw new Problem(where, "must be a path of fields, such as attention.squeeze");
    }
  }

  private Draft expanded() {
    return located(() -> new Draft(Expand.expand(Recipe.class, tree), origins, folder));
  }

  /** The finished recipe, with all its parts fitting together. */
  Recipe recipe() {
    return located(
        () -> {
          Recipe recipe = Bind.read(Recipe.class, tree);
          recipe.network();
          return recipe.located(folder);
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
      boolean above = change.isEmpty() || path.matches(Pattern.quote(change) + "([.\\[].*)?");
      if (above && change.length() >= best.length()) {
        best = change;
      }
    }
    String rest = best.isEmpty() ? path : path.substring(best.length()).replaceFirst("^\\.", "");
    return Problem.join(origins.get(best), rest);
  }
}
