package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Safetensors;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import io.squeezelab.trial.FromWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments that are laid on other files. */
class ExtendsTest {
  private static final String BASE =
      """
      name: base
      question: Which one?
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: se
        train:
          epochs: 1
          batch: 64
          optimizer: {type: sgd, momentum: 0.5, nesterov: true}
          rate: {type: one-cycle, peak: 0.1, warm-up: 0.5}
      axes:
        attention.squeeze: [avg, max]
        attention.gate: [sigmoid, tanh]
      baseline: {attention: none}
      seeds: 3
      """;

  @TempDir private Path temp;

  private Path file(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Experiment over(String text) throws IOException {
    file("base.yaml", BASE);
    return ExperimentFile.read(file("own.yaml", text));
  }

  private String refusal(String text) {
    BadInput refused = assertThrows(BadInput.class, () -> over(text));
    return refused.getMessage().replace(temp + "/", "");
  }

  @Test
  void whatAFileLeavesOutIsTheOthers() throws IOException {
    Experiment own = over("extends: base.yaml\ntrial: {train: {batch: 32}}\n");
    assertEquals("Which one?", own.question());
    assertEquals(5, own.arms().size());
    assertEquals(List.of(0L, 1L, 2L), own.seeds());
    assertEquals(32, own.arms().get(1).recipe().train().batch());
    assertEquals(1, own.arms().get(1).recipe().train().epochs());
  }

  /** Else a second experiment would write into the results of the first. */
  @Test
  void theNameIsNotInherited() throws IOException {
    assertEquals("own", over("extends: base.yaml\n").name());
    assertEquals("mine", over("name: mine\nextends: base.yaml\n").name());
  }

  @Test
  void listsAndTextsReplaceAndNewAxesAreAdded() throws IOException {
    Experiment own =
        over(
            """
            extends: base.yaml
            trial: {attention: eca}
            axes: {attention.gate: [tanh], train.batch: [32, 64]}
            seeds: [7]
            """);
    assertEquals(
        List.of(
            "none",
            "avg, tanh, batch=32",
            "avg, tanh, batch=64",
            "max, tanh, batch=32",
            "max, tanh, batch=64"),
        own.arms().stream().map(Arm::label).toList());
    assertEquals(List.of(7L), own.seeds());
  }

  @Test
  void nullTakesOut() throws IOException {
    Experiment own =
        over("extends: base.yaml\naxes: {attention.gate: null}\nbaseline: null\nseeds: null\n");
    assertEquals(List.of("avg", "max"), own.arms().stream().map(Arm::label).toList());
    assertEquals(List.of(0L), own.seeds());
  }

  /** A momentum would make no sense in adamw, nor a peak in a constant rate. */
  @Test
  void anotherVariantReplacesTheWholeObject() throws IOException {
    Experiment own =
        over("extends: base.yaml\ntrial: {train: {rate: {type: constant, base: 0.2}}}\n");
    assertEquals("Constant[base=0.2, warmUp=0.0]", own.arms().get(0).recipe().train().rate() + "");
    assertEquals(
        "own.yaml:2: trial.train.rate: lacks the field 'base'",
        refusal("extends: base.yaml\ntrial: {train: {rate: {type: constant}}}\n"));
  }

  @Test
  void theSameVariantIsChangedFieldByField() throws IOException {
    Experiment own =
        over(
            """
            extends: base.yaml
            trial: {train: {optimizer: {momentum: 0.8}, rate: {type: one-cycle, warm-up: 1}}}
            """);
    assertEquals(
        "Sgd[momentum=0.8, nesterov=true, weightDecay=0.0, decayNormAndBias=true]",
        own.arms().get(0).recipe().train().optimizer() + "");
    assertEquals(
        1, own.resolved().at("/arms/none/trial/train/rate/warm-up").asDouble(), "one-cycle");
    assertEquals(0.1, own.resolved().at("/arms/none/trial/train/rate/peak").asDouble());
  }

  @Test
  void ofSeveralFilesTheLaterCountsMoreAndTheFileItselfMost() throws IOException {
    file("a.yaml", "seeds: 4\nquestion: a\ntrial: {train: {batch: 16}}\n");
    file("b.yaml", "question: b\ntrial: {train: {batch: 8, epochs: 2}}\n");
    Experiment own = over("extends: [base.yaml, a.yaml, b.yaml]\ntrial: {train: {epochs: 3}}\n");
    assertEquals("b", own.question());
    assertEquals(4, own.seeds().size());
    assertEquals(8, own.arms().get(0).recipe().train().batch());
    assertEquals(3, own.arms().get(0).recipe().train().epochs());
  }

  @Test
  void aChainGoesOnFromTheFolderOfEachFile() throws IOException {
    file("deep/er/one.yaml", "extends: ../two.yaml\nseeds: 2\n");
    file("deep/two.yaml", "extends: ../base.yaml\nquestion: two\n");
    Experiment own = over("extends: deep/er/one.yaml\n");
    assertEquals("two", own.question());
    assertEquals(2, own.seeds().size());
  }

  @Test
  void eachMistakeIsShownInItsOwnFile() throws IOException {
    file("a.yaml", "\ntrial:\n  train:\n    batch: 0\n");
    assertEquals(
        "a.yaml:4: trial.train.batch: must be at least 1, is 0",
        refusal("extends: [base.yaml, a.yaml]\n"));
    assertEquals(
        "own.yaml:3: trial.train.batch: must be at least 1, is -1",
        refusal("extends: [base.yaml, a.yaml]\ntrial:\n  train: {batch: -1}\n"));
    assertEquals(
        "base.yaml:13: axes.attention.squeeze: unknown field 'squeeze'; allowed: type",
        refusal("extends: base.yaml\ntrial: {attention: none}\n"));
    file("c.yaml", "seeds: [1\n");
    assertEquals(
        "c.yaml:2: not well-formed YAML", refusal("extends: c.yaml").split(": e|: w")[0].strip());
  }

  @Test
  void anArmsMistakeIsShownWhereTheArmStands() throws IOException {
    file("a.yaml", "arms:\n  big: {train.batch: 5001}\n");
    assertEquals(
        "a.yaml:2: arms.big.train.batch: is 5001, but 5000 images are left to train on",
        refusal("extends: [base.yaml, a.yaml]\n"));
  }

  /** As somebody in the working folder names it, however the file above was named. */
  @Test
  void aPlaceInTheWorkingFolderIsShownFromThere() throws IOException {
    Path here = Files.createDirectories(Path.of("target", "extends-test"));
    String trial =
        "trial:\n  data: fashion-mnist-mini\n  backbone: {type: resnet-cifar, depth: 8}\n"
            + "  train: {epochs: 1, batch: -1, rate: {type: constant, base: 0.1}}\n";
    Files.writeString(here.resolve("base.yaml"), trial);
    Path own = Files.writeString(here.resolve("own.yaml"), "extends: base.yaml\n");
    String said =
        assertThrows(BadInput.class, () -> ExperimentFile.read(own.toAbsolutePath())).getMessage();
    assertTrue(said.startsWith(here.resolve("base.yaml") + ":4: trial.train.batch"), said);
  }

  /** The weights lie beside the file that names them, and not beside the one that extends it. */
  @Test
  void pathsInsideStartFromTheFileThatSaysThem() throws IOException {
    Path weights = temp.resolve("deep/w.safetensors");
    Files.createDirectories(weights.getParent());
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    var network = over("extends: base.yaml\n").arms().get(0).recipe().network();
    var bias = network.parameters().trained().get(0);
    tensors.put(bias.name(), new Tensor(new float[bias.size()], bias.shape().toArray()));
    Safetensors.write(weights, tensors);
    file("deep/a.yaml", "trial: {start: {weights: w.safetensors, missing: allow}}\n");
    Experiment own =
        over("extends: [base.yaml, deep/a.yaml]\ntrial: {start: {left-over: refuse}}\n");
    FromWeights start = (FromWeights) own.arms().get(0).recipe().start();
    assertEquals(weights.toString(), start.weights());
    assertEquals(FromWeights.Answer.REFUSE, start.leftOver());
    assertEquals(
        "own.yaml:3: trial.start.weights: no such file: w.safetensors",
        refusal(
            "extends: [base.yaml, deep/a.yaml]\ntrial: {start: \n  {weights: w.safetensors}}\n"));
  }

  @Test
  void aCircleIsRefusedWithItsChain() throws IOException {
    file("a.yaml", "question: a\nextends: b.yaml\n");
    file("b.yaml", "extends: [base.yaml, a.yaml]\n");
    assertEquals(
        "b.yaml:1: extends[1]: goes round in a circle: a.yaml extends b.yaml extends a.yaml",
        refusal("extends: a.yaml\n"));
    assertEquals(
        "own.yaml:2: extends: goes round in a circle: own.yaml extends own.yaml",
        refusal("seeds: 1\nextends: ./own.yaml\n"));
  }

  /** Ten files that each name the next ten times would be read ten thousand million times. */
  @Test
  void theNumberOfFilesIsBounded() throws IOException {
    for (int i = 0; i < 10; i++) {
      String next = (i + 1) + ".yaml, ";
      file(i + ".yaml", "extends: [" + next.repeat(10) + "]\n");
    }
    file("10.yaml", "seeds: 1\n");
    assertEquals(
        "5.yaml:1: extends[0]: more than 50 files are extended".substring(7),
        refusal("extends: 0.yaml\n").substring(7).replaceFirst("\\[\\d+]", "[0]"));
  }

  @Test
  void whatIsNoFileIsRefusedWhereItIsNamed() throws IOException {
    file("list.yaml", "- 1\n");
    assertEquals("own.yaml:1: extends: no such file: x.yaml", refusal("extends: x.yaml\n"));
    assertEquals(
        "own.yaml:1: extends[1]: list.yaml has no fields",
        refusal("extends: [base.yaml, list.yaml]\n"));
    String must = "must be the path of a file, or a list of such; is ";
    assertEquals("own.yaml:1: extends: " + must + "3", refusal("extends: 3\n"));
    assertEquals("own.yaml:1: extends: " + must + "[]", refusal("extends: []\n"));
    assertEquals("own.yaml:1: extends[0]: " + must + "[[\"a\"]]", refusal("extends: [[a]]\n"));
    assertEquals("own.yaml:1: extends: " + must + "null", refusal("extends:\n"));
  }

  @Test
  void theDocumentedExampleIsRight() throws IOException {
    String page = Files.readString(Path.of("docs/experiment-file.md"));
    String block = page.substring(page.indexOf("```yaml\nextends: ") + 8);
    String quickstart = Files.readString(Path.of("experiments/quickstart.yaml"));
    file("quickstart.yaml", quickstart);
    Experiment own = over(block.substring(0, block.indexOf("```")));
    assertEquals(
        List.of("none", "avg, sigmoid", "avg, tanh", "max, sigmoid", "max, tanh"),
        own.arms().stream().map(Arm::label).toList());
    assertEquals(8, own.seeds().size());
    assertEquals(20, own.arms().get(1).recipe().train().epochs());
  }
}
