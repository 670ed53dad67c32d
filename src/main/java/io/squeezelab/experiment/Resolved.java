package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.search.Grid;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form in which an experiment is kept beside its results: every arm with every value. */
public final class Resolved {
  private Resolved() {}

  static JsonNode tree(Experiment of) {
    ObjectNode tree = Trees.object();
    tree.put("name", of.name());
    tree.put("question", of.question());
    tree.put("baseline", of.baseline());
    tree.set("seeds", Print.tree(of.seeds()));
    tree.set("search", Print.tree(of.search()));
    tree.set("budget", Print.tree(of.budget()));
    tree.set("run", Print.tree(of.run()));
    if (of.space() != null) {
      tree.set("remarks", Print.tree(of.search().remarks(of.space())));
    }
    ObjectNode all = tree.putObject("arms");
    for (Arm arm : of.arms()) {
      ObjectNode one = all.putObject(arm.label());
      one.set("factors", Print.tree(arm.factors()));
      if (arm.matched() != null) {
        one.set("match", Print.tree(arm.matched()));
      }
      one.set("trial", Print.tree(arm.recipe()));
    }
    tree.setAll(of.expected().tree());
    return tree;
  }

  /**
   * An experiment as it was kept: its arms run, and nothing is searched for.
   *
   * @throws Problem if something is wrong with it, with the path of it
   */
  public static Experiment read(JsonNode tree) {
    List<Arm> arms = new ArrayList<>();
    tree.path("arms").properties().forEach(arm -> arms.add(arm(arm.getKey(), arm.getValue())));
    String baseline = tree.path("baseline").isTextual() ? tree.path("baseline").textValue() : null;
    return new Experiment(
        tree.path("name").asText(),
        tree.path("question").asText(),
        arms,
        baseline,
        Replicates.of(tree.path("seeds")),
        null,
        new Grid(),
        part(Budget.class, tree, "budget"),
        part(RunPolicy.class, tree, "run"),
        new Stated(new ArmNames(arms, baseline), null, false).of(tree));
  }

  /** An arm as it is kept. */
  public static Arm arm(String label, JsonNode tree) {
    Map<String, String> factors = new LinkedHashMap<>();
    tree.path("factors").properties().forEach(f -> factors.put(f.getKey(), f.getValue().asText()));
    return new Arm(label, factors, recipe(tree, "arms." + label), null);
  }

  /**
   * @param arm as it is kept
   * @param path where that is
   */
  private static Recipe recipe(JsonNode arm, String path) {
    try {
      return Bind.read(Recipe.class, arm.path("trial"));
    } catch (Problem problem) {
      throw problem.under(path + ".trial");
    }
  }

  /** Earlier versions kept no such part: then it is as usual. */
  private static <T> T part(Class<T> type, JsonNode tree, String field) {
    try {
      return Bind.read(type, tree.has(field) ? tree.get(field) : Trees.object());
    } catch (Problem problem) {
      throw problem.under(field);
    }
  }
}
