package io.squeezelab.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Document;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the experiment that is kept beside the results says that tables need.
 *
 * @param labels of the arms, by the ids of their trials
 * @param text of the file
 */
public record Kept(
    String name,
    String question,
    List<String> arms,
    String baseline,
    List<Long> seeds,
    Map<String, String> labels,
    String text) {
  static final String FILE = "experiment.yaml";

  /**
   * @throws BadInput if this is no results folder
   */
  static Kept read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new BadInput(folder + " is no results folder: it has no " + FILE);
    }
    Document document = Document.readOwn(file);
    if (!isKept(document.root())) {
      throw new BadInput(
          folder + " is no results folder: its " + FILE + " was not written by a sweep");
    }
    try {
      return of(document.root());
    } catch (Problem problem) {
      throw document.explain(problem);
    }
  }

  /**
   * Refuses to write over a file that is somebody's own. One that a crash left empty or broken
   * beside results is ours.
   */
  static void checkReplaceable(Path file, boolean resultsBeside) {
    if (Files.exists(file) && !resultsBeside && !isKept(Document.readOwn(file).root())) {
      throw new BadInput(
          file
              + " was not written by a sweep, and would be overwritten; give another folder with"
              + " --results");
    }
  }

  private static boolean isKept(JsonNode tree) {
    return tree.path("arms").isObject();
  }

  private static Kept of(JsonNode tree) {
    List<Long> seeds = new ArrayList<>();
    tree.path("seeds").forEach(seed -> seeds.add(seed.asLong()));
    List<String> arms = new ArrayList<>();
    Map<String, String> labels = new HashMap<>();
    for (Map.Entry<String, JsonNode> arm : tree.path("arms").properties()) {
      arms.add(arm.getKey());
      Recipe recipe = recipe(arm.getValue().path("trial"), "arms." + arm.getKey() + ".trial");
      seeds.forEach(seed -> labels.put(recipe.with(seed).id(), arm.getKey()));
    }
    JsonNode baseline = tree.path("baseline");
    return new Kept(
        tree.path("name").asText(),
        tree.path("question").asText(),
        arms,
        baseline.isTextual() ? baseline.textValue() : null,
        seeds,
        labels,
        Trees.printYaml(tree));
  }

  private static Recipe recipe(JsonNode tree, String path) {
    try {
      return Bind.read(Recipe.class, tree);
    } catch (Problem problem) {
      throw problem.under(path);
    }
  }

  /**
   * The results under the labels that the experiment uses now. Those of trials that it no longer
   * has (another number of epochs, fewer seeds) get a label that none of its arms has, so that no
   * table counts them.
   */
  public List<Result> relabelled(List<Result> results) {
    return results.stream()
        .map(r -> r.labelled(labels.getOrDefault(r.id(), r.arm() + " (of another version)")))
        .toList();
  }
}
