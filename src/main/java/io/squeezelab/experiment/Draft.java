package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Expand;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A trial under construction: its tree in resolved form, and for each change made to it the place
 * in the file where the change stands, so that what is wrong with the result can be shown there.
 */
final class Draft {
  private static final String MATCH = "match";
  private static final JsonNode NONE = Trees.yaml("none");

  private final JsonNode tree;
  private final JsonNode match;
  private final Origins origins;
  private final Function<String, Path> folders;

  /**
   * @param match what it has to cost, as written; {@code none} for whatever
   * @param folders from which paths start, by where the file has them
   */
  private Draft(JsonNode tree, JsonNode match, Origins origins, Function<String, Path> folders) {
    this.tree = tree;
    this.match = match;
    this.origins = origins;
    this.folders = folders;
  }

  /**
   * The field {@code trial} of the file.
   *
   * @param folders from which paths start, by where the file has them
   */
  static Draft of(JsonNode trial, Function<String, Path> folders) {
    if (trial.has("seed")) {
      throw new Problem("trial.seed", Route.SEEDS);
    }
    JsonNode tree = trial.deepCopy();
    JsonNode match = tree.isObject() ? ((ObjectNode) tree).remove(MATCH) : null;
    return new Draft(tree, match == null ? NONE : match, Origins.of("trial"), folders).expanded();
  }

  /**
   * The same with the field at {@code path} replaced.
   *
   * @param path may be short where one field inside is meant: {@code attention.reduction}
   * @param origin where the file says so
   */
  Draft with(String path, JsonNode value, String origin) {
    return set(matches(path) ? path : Route.full(tree, path, origin), value, origin);
  }

  /** Where a path leads in it. */
  Route route(String path, String origin) {
    return matches(path) ? new Route(path, null, false) : Route.find(tree, path, origin);
  }

  private static boolean matches(String path) {
    return path.equals(MATCH) || Route.holds(MATCH, path);
  }

  /**
   * The same with the field at this path replaced, which is written in full.
   *
   * @param origin where the file says so
   */
  Draft set(String path, JsonNode value, String origin) {
    if (matches(path)) {
      return matching(path, value, origin);
    }
    Origins from = origins.with(path, origin);
    return new Draft(from.located(() -> Parts.with(tree, path, value)), match, from, folders);
  }

  /**
   * What it has at a path in full.
   *
   * @param without paths within, of which nothing is said
   */
  JsonNode at(String path, List<String> without) {
    return matches(path) ? match : Parts.at(tree, path, without);
  }

  private Draft matching(String path, JsonNode value, String origin) {
    Origins from = origins.with(path, origin);
    if (path.equals(MATCH)) {
      return new Draft(tree, value, from, folders);
    }
    ObjectNode changed = match.isObject() ? match.deepCopy() : Trees.object();
    changed.set(path.substring(MATCH.length() + 1), value);
    return new Draft(tree, changed, from, folders);
  }

  /** What it has to cost, if anything. */
  Optional<Match> match() {
    return match.equals(NONE) ? Optional.empty() : Optional.of(origins.located(this::readMatch));
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
    return origins.find(Problem.join(MATCH, field));
  }

  /** With a whole number set, as its cost asks for. */
  Draft matched(String path, int number) {
    return with(path, IntNode.valueOf(number), origins.find(MATCH));
  }

  /** Its resolved form so far. */
  JsonNode tree() {
    return tree;
  }

  private Draft expanded() {
    return origins.located(
        () -> new Draft(Expand.expand(Recipe.class, tree), match, origins, folders));
  }

  /** The finished recipe, whose parts may not fit together. */
  Recipe parts() {
    Path folder = folders.apply(origins.find("start.weights"));
    return origins.located(() -> Bind.resolved(Recipe.class, tree).found(folder));
  }

  /** The finished recipe, with all its parts fitting together. */
  Recipe recipe() {
    Recipe recipe = parts();
    origins.located(recipe::loading); // a header is read sooner than the whole file
    return origins.located(recipe::pinned);
  }
}
