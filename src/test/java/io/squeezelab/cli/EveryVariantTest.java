package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.spec.Walk;
import io.squeezelab.train.Optimizer;
import io.squeezelab.train.Rate;
import io.squeezelab.trial.Families;
import io.squeezelab.trial.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** experiments/every-variant.yaml has a trial of everything in the catalogue but backbones. */
class EveryVariantTest {
  private static final Path FILE = Path.of("experiments/every-variant.yaml");
  private static final String WRITE = "squeezelab.write";
  private static final String COMMAND =
      "mvn -B -q test -Dtest=EveryVariantTest -D" + WRITE + "=true";
  private static final String HEAD =
      """
      # One short trial of every variant and preset: all should complete. Narrow networks, one epoch, most images held out.
      # Generated: COMMAND
      name: every-variant
      question: Does everything in the catalogue train?

      trial:
        data: {type: fashion-mnist-mini, validation: 5488}
        backbone: {type: resnet-cifar, depth: 8, width: 8}
        train: {epochs: 1, batch: 64, rate: {type: constant, base: 0.05}}

      arms:
      """
          .replace("COMMAND", COMMAND);

  /**
   * Other fields of a trial, tried in this order until the network is one that it can be part of.
   */
  private static final List<String> SETTINGS =
      List.of(
          "{}",
          "{placement.stages: [3]}",
          "{placement.position: skip}",
          "{placement.position: conv}",
          "{placement.position: conv, placement.stages: [3]}",
          "{backbone.width: 32, placement.stages: [3]}",
          "{backbone.width: 32, placement.stages: [3], placement.position: conv}");

  /** Fields of a trial that are a family of their own. */
  private static final Map<Class<?>, String> FIELDS =
      Map.of(
          Optimizer.class, "train.optimizer",
          Rate.class, "train.rate");

  private final Map<Recipe, String> seen = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  @Test
  void everythingHasItsTrial() throws IOException {
    for (Class<?> type : Families.ALL) {
      if (type == Backbone.class) {
        continue; // networks of full size are no short trials: EveryBackboneTest has small ones
      }
      Family family = Family.of(type);
      family.names().forEach(name -> add(family, type, name));
    }
    String text = HEAD + String.join("\n", lines) + "\n";
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(FILE, text);
    }
    Set<String> missing = new LinkedHashSet<>(lines);
    missing.removeAll(Files.readAllLines(FILE));
    String add = String.join("\n", missing);
    assertEquals("", add, () -> FILE + " lacks lines; add them, or run: " + COMMAND);
    List<Arm> arms = ExperimentFile.read(FILE).arms();
    assertEquals(seen.size(), arms.size());
  }

  private void add(Family family, Class<?> type, String name) {
    String label = family.name() + " " + name;
    for (ObjectNode changes : candidates(family, type, name)) {
      Recipe recipe = recipe(changes);
      if (recipe != null) {
        String twin = seen.putIfAbsent(recipe, label);
        lines.add(
            twin == null
                ? "  " + label + ": " + flow(changes)
                : "  # " + label + " is the trial of " + twin);
        return;
      }
    }
    if (!family.name().equals("data")) { // the other sets have to be fetched
      throw new AssertionError(label + " fits no trial");
    }
  }

  private static List<ObjectNode> candidates(Family family, Class<?> type, String name) {
    List<ObjectNode> all = new ArrayList<>();
    if (FIELDS.containsKey(type)) {
      all.add(Trees.object().set(FIELDS.get(type), gentle(members(type, name).get(0))));
      all.add(all.get(0).deepCopy().put("train.epochs", 5)); // for milestones
      return all;
    }
    List<JsonNode> modules = new ArrayList<>();
    if (type == Attention.class && family.variants().containsKey(name)) {
      modules.addAll(members(type, name));
    }
    Example.modules(family.name(), name).forEach(module -> modules.add(text(module)));
    for (String setting : SETTINGS) {
      for (JsonNode module : modules) {
        ObjectNode changes = Trees.object();
        changes.set("attention", module);
        changes.setAll((ObjectNode) text(setting));
        all.add(changes);
      }
    }
    return all;
  }

  private static List<JsonNode> members(Class<?> type, String name) {
    return Walk.plain(type).stream()
        .filter(tree -> tree.get("type").asText().equals(name))
        .toList();
  }

  /** With a rate at which nothing diverges. */
  private static JsonNode gentle(JsonNode tree) {
    for (String rate : List.of("base", "peak")) {
      if (tree.has(rate)) {
        ((ObjectNode) tree).put(rate, 0.05);
      }
    }
    return tree;
  }

  private static JsonNode text(String yaml) {
    return Trees.yaml(yaml);
  }

  /** Null where the parts do not fit. */
  private static Recipe recipe(ObjectNode changes) {
    ObjectNode trial = (ObjectNode) text(HEAD).get("trial").deepCopy();
    changes
        .properties()
        .forEach(
            change -> {
              String[] path = change.getKey().split("\\.");
              ObjectNode at = path.length == 1 ? trial : trial.withObject("/" + path[0]);
              at.set(path[path.length - 1], change.getValue());
            });
    try {
      Recipe recipe = Bind.read(Recipe.class, trial);
      recipe.network();
      return recipe;
    } catch (Problem refused) {
      return null;
    }
  }

  /** YAML on one line. */
  private static String flow(JsonNode tree) {
    return Trees.print(tree).replace("\"", "").replace(":", ": ").replace(",", ", ");
  }
}
