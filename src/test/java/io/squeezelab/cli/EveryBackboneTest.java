package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** experiments/every-backbone.yaml has a trial of every family of backbones, with SE. */
class EveryBackboneTest {
  private static final Path FILE = Path.of("experiments/every-backbone.yaml");
  private static final String WRITE = "squeezelab.write";
  private static final String COMMAND =
      "mvn -B -q test -Dtest=EveryBackboneTest -D" + WRITE + "=true";
  private static final String HEAD =
      """
      # One short trial of every family of backbones, with SE: all should complete, each with a training loss (history in
      # trials.jsonl) that is clearly lower in its second epoch than in its first. Narrow networks, most images held out.
      # Generated: COMMAND
      name: every-backbone
      question: Does every backbone learn with SE from 64 steps on small images?

      trial:
        data: {type: fashion-mnist-mini, validation: 5488}
        backbone: {type: resnet-cifar, depth: 8, width: 8}
        attention: {preset: se, reduction: 4}
        train: {epochs: 2, batch: 16, rate: {type: constant, base: 0.1}}

      arms:
      """
          .replace("COMMAND", COMMAND);

  /** At the others' rate their loss starts far above that of a guess. */
  private static final Set<String> SLOWER = Set.of("mnasnet", "efficientnet");

  /** Every variant in sizes that are run in a moment; the contract's test keeps it complete. */
  private static final JsonNode SMALL =
      Trees.resource(EveryBackboneTest.class, "/backbones-small.yaml");

  @Test
  void everyFamilyHasItsTrial() throws IOException {
    Set<String> variants = Family.of(Backbone.class).variants().keySet();
    List<String> lines = variants.stream().map(EveryBackboneTest::line).toList();
    String text = HEAD + String.join("\n", lines) + "\n";
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(FILE, text);
    }
    assertEquals(text, Files.readString(FILE), FILE + " is out of date; run: " + COMMAND);
    List<Arm> arms = ExperimentFile.read(FILE).arms();
    assertEquals(
        variants, arms.stream().map(Arm::label).collect(Collectors.toSet()), "one trial of each");
  }

  private static String line(String variant) {
    for (ObjectNode backbone : small(variant)) {
      if (fits(backbone)) {
        String rate = SLOWER.contains(variant) ? ", train.rate.base: 0.02" : "";
        return "  " + variant + ": {backbone: " + flow(backbone) + rate + "}";
      }
    }
    throw new AssertionError(variant + " fits no trial: add a size to backbones-small.yaml");
  }

  /** As the contract's test has it, then with the stem that the images ask for. */
  private static List<ObjectNode> small(String variant) {
    List<ObjectNode> all = new ArrayList<>();
    for (JsonNode entry : SMALL) {
      ObjectNode backbone = entry.get("backbone").deepCopy();
      if (Family.name(Bind.read(Backbone.class, backbone).getClass()).equals(variant)) {
        all.add(backbone);
        ObjectNode anyStem = backbone.deepCopy();
        anyStem.remove("stem");
        all.add(anyStem);
      }
    }
    return all;
  }

  private static boolean fits(ObjectNode backbone) {
    ObjectNode trial = (ObjectNode) Trees.yaml(HEAD).get("trial").deepCopy();
    trial.set("backbone", backbone);
    try {
      Bind.read(Recipe.class, trial).network();
      return true;
    } catch (Problem refused) {
      return false;
    }
  }

  /** YAML on one line. */
  private static String flow(JsonNode tree) {
    return Trees.print(tree).replace("\"", "").replace(":", ": ").replace(",", ", ");
  }
}
