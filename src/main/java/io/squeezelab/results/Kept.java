package io.squeezelab.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.Resolved;
import io.squeezelab.search.Factor;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Document;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of an experiment beside its results: its resolved form and, where a search found its
 * arms, what the search has asked for.
 *
 * @param experiment with all arms that are known; it searches for no others
 * @param axes with their levels, as the file has them; none where an older version kept it
 * @param labels of the arms, by the ids of their trials
 * @param search its name: {@code grid}
 * @param remarks of the search, which its tables have to have beside them
 * @param stopped why arms do not go on, by their labels, in the words of the search
 * @param text of the file
 */
public record Kept(
    Experiment experiment,
    List<Factor> axes,
    Map<String, String> labels,
    String search,
    List<String> remarks,
    Map<String, String> stopped,
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
      return of(document.root(), Asked.read(folder));
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

  private static Kept of(JsonNode tree, Asked asked) {
    Experiment experiment = asked.joined(Resolved.read(tree));
    Map<String, String> labels = new HashMap<>();
    for (Arm arm : experiment.arms()) {
      for (long seed : experiment.seeds()) {
        labels.putIfAbsent(arm.recipe().with(seed).id(), arm.label());
      }
    }
    List<String> remarks = new ArrayList<>();
    tree.path("remarks").forEach(remark -> remarks.add(remark.asText()));
    JsonNode search = tree.path("search");
    return new Kept(
        experiment,
        Resolved.axes(tree),
        labels,
        search.isTextual() ? search.textValue() : search.path("type").asText("grid"),
        remarks,
        asked.stopped(),
        Trees.printYaml(tree));
  }

  public String name() {
    return experiment.name();
  }

  public String question() {
    return experiment.question();
  }

  /** Labels, in the order of tables. */
  public List<String> arms() {
    return experiment.arms().stream().map(Arm::label).toList();
  }

  public String baseline() {
    return experiment.baseline();
  }

  public List<Long> seeds() {
    return experiment.seeds();
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
