package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Fields;
import io.squeezelab.spec.Print;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake a file, each answered with file, line, field, value, what is allowed. */
class MistakesTest {
  /** A file without mistakes; the tests below change one line of it. */
  private static final String FILE =
      """
      name: right
      question: Which one?
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: se
        train:
          epochs: 1
          batch: 64
          rate: {type: constant, base: 0.1}
      axes:
        attention.squeeze: [avg, max]
        attention.gate:
          - sigmoid
          - tanh
      baseline: {attention: none}
      seeds: 2
      """;

  private static String refusal(String text) {
    return assertThrows(BadInput.class, () -> ExperimentFileTest.read(text)).getMessage();
  }

  @Test
  void theFileItselfIsRight() {
    assertEquals(5, ExperimentFileTest.read(FILE).arms().size());
  }

  private static Arguments of(String line, String instead, String message) {
    return Arguments.of(line, instead, message);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        of(
            "seeds: 2",
            "arms: [{attention: none}]",
            "e.yaml:17: arms: must map labels to changes, such as {small: {train.batch: 32}, large:"
                + " {train.batch: 512}}; is [{\"attention\":\"none\"}]"),
        of(
            "seeds: 2",
            "arms:\n  one:\n    attention.gaet: tanh",
            "e.yaml:19: arms.one.attention.gaet: unknown field 'gaet'; allowed: type, squeeze,"
                + " excite, gate, apply; did you mean 'gate'?"),
        of(
            "seeds: 2",
            "arms: {one: none}",
            "e.yaml:17: arms.one: must map fields' paths to values, such as {attention: none}; is"
                + " \"none\""),
        of(
            "seeds: 2",
            "arms: {max: , tanh: {train.batch: 32}}",
            "e.yaml:17: arms.max: must map fields' paths to values, such as {attention: none}; is"
                + " null"),
        of(
            "seeds: 2",
            "arms: {'max, tanh': {train.batch: 32}}",
            "e.yaml:17: arms.max, tanh: an arm of the axes has this label too"),
        of(
            "seeds: 2",
            "arms: {one: {attention.squeeze: std}, again: {attention: {squeeze: std}}}",
            "e.yaml:17: arms.again: duplicate arms: 'again' is the same trial as 'one'; name it once"),
        of(
            "  backbone: {type: resnet-cifar, depth: 8, width: 4}",
            "  backbone: {type: resnet-cifar, depth: 6000002, width: 4}",
            "e.yaml:5: trial.backbone.depth: must be at most 2000, is 6000002"),
        of(
            "  backbone: {type: resnet-cifar, depth: 8, width: 4}",
            "  backbone: {type: resnet-cifar, depth: 8, width: 200000}",
            "e.yaml:5: trial.backbone.width: must be at most 65536, is 200000"),
        of(
            "    rate: {type: constant, base: 0.1}",
            "    rate: {type: constant, base: Infinity}",
            "e.yaml:10: trial.train.rate.base: must be a finite number, is Infinity"),
        of(
            "    rate: {type: constant, base: 0.1}",
            "    rate: {type: constant, base: 0.1, warm-up: 2}",
            "e.yaml:10: trial.train.rate.warm-up: must be at most 1, is 2; train.epochs is 1"),
        of(
            "    rate: {type: constant, base: 0.1}",
            "    rate: {type: multistep, base: 0.1, milestones: [-3, 99]}",
            "e.yaml:10: trial.train.rate.milestones: must be at least 1, is -3"),
        of(
            "    rate: {type: constant, base: 0.1}",
            "    rate: {type: multistep, base: 0.1, milestones: [1, 99]}",
            "e.yaml:10: trial.train.rate.milestones: must be at most 1, is 99; train.epochs is 1"),
        of(
            "data: fashion-mnist-mini",
            "data: {type: fashion-mnist-mini, augment: {crop: 29}}",
            "e.yaml:4: trial.data.augment.crop: must be at most 28, is 29"),
        of(
            "data: fashion-mnist-mini",
            "data: {type: fashion-mnist-mini, augment: {crop: 28, border: reflect}}",
            "e.yaml:4: trial.data.augment.crop: must be at most 27, is 28"),
        of(
            "data: fashion-mnist-mini",
            "data: {type: fashion-mnist-mini, augment: {cutout: 29}}",
            "e.yaml:4: trial.data.augment.cutout: must be at most 28, is 29"),
        of(
            "data: fashion-mnist-mini",
            "data: {type: fashion-mnist-mini, augment: {erase: {min-area: 0.5}}}",
            "e.yaml:4: trial.data.augment.erase.max-area: must be at least 0.5, is 0.4"),
        of(
            "question: Which one?",
            "qestion: Which one?",
            "e.yaml:2: qestion: unknown field 'qestion'; allowed: name, question, extends, trial,"
                + " axes, arms, include, exclude, constraints, baseline, seeds, search, budget, run, claims, reference;"
                + " did you mean 'question'?"),
        of(
            "    batch: 64",
            "    bacth: 64",
            "e.yaml:9: trial.train.bacth: unknown field 'bacth'; allowed: epochs, batch, optimizer,"
                + " rate, label-smoothing, clip, threads, select, freeze, micro-batch; did you"
                + " mean 'batch'?"),
        of(
            "    batch: 64",
            "    freeze: [atention]",
            "e.yaml:9: trial.train.freeze[0]: 'atention' means no tensor here; words are"
                + " convolutions, norms, attention, classifier, all-but-classifier, and names may"
                + " have *; did you mean 'attention'?"),
        of(
            "seeds: 2",
            "arms:\n  two: {train.freeze: [norms, 'layer4.*']}",
            "e.yaml:18: arms.two.train.freeze[1]: 'layer4.*' means no tensor here; words are"
                + " convolutions, norms, attention, classifier, all-but-classifier, and names may"
                + " have *; did you mean 'layer1.*'?"),
        of(
            "seeds: 2",
            "arms: {none: {train.freeze: ['*']}}",
            "e.yaml:17: arms.none.train.freeze: leaves nothing to train: all 29 parameter tensors"
                + " are frozen"),
        of(
            "    batch: 64",
            "    freeze: classifier",
            "e.yaml:9: trial.train.freeze: must be a list, is \"classifier\""),
        of(
            "    epochs: 1",
            "    epochs: one",
            "e.yaml:8: trial.train.epochs: must be a whole number, is \"one\""),
        of(
            "    epochs: 1",
            "    epochs: 0",
            "e.yaml:8: trial.train.epochs: must be at least 1, is 0"),
        of("    epochs: 1\n", "", "e.yaml:7: trial.train: lacks the field 'epochs'"),
        of(
            "  attention: se",
            "  attention: {squeeze: agv}",
            "e.yaml:6: trial.attention.squeeze: unknown squeeze 'agv'; allowed: "
                + names(Squeeze.class)
                + "; did you mean 'avg'?"),
        of(
            "    rate: {type: constant, base: 0.1}",
            "    rate: {type: constent, base: 0.1}",
            "e.yaml:10: trial.train.rate.type: unknown rate 'constent'; allowed: constant, step,"
                + " multistep, cosine, one-cycle; did you mean 'constant'?"),
        of(
            "  data: fashion-mnist-mini",
            "  data: cifra10",
            "e.yaml:4: trial.data: unknown data 'cifra10'; allowed: cifar10, cifar100, fashion-mnist,"
                + " fashion-mnist-mini, mnist, svhn, image-folder, imagenet, tiny-imagenet,"
                + " imagenette; did you mean 'cifar10'?"),
        of(
            "  attention.squeeze: [avg, max]",
            "  attention.squeeze: []",
            "e.yaml:12: axes.attention.squeeze: is an empty axis: the experiment would have no arms"),
        of(
            "  attention.squeeze: [avg, max]",
            "  attention.squeeze: avg",
            "e.yaml:12: axes.attention.squeeze: must be a list of values, is \"avg\""),
        of(
            "    - tanh",
            "    - sigmoid",
            "e.yaml:15: axes.attention.gate[1]: \"sigmoid\" stands twice on this axis: the arms would"
                + " be duplicates"),
        of(
            "    - tanh",
            "    - tanh\n  attention.excite.reduction: [4, 8]\n  attention.reduction: [2, 3]",
            "e.yaml:17: axes.attention.reduction[0]: 'attention.excite.reduction' and"
                + " 'attention.reduction' both set attention.excite.reduction; one axis may"),
        of(
            "    - tanh",
            "    - tanh\n  schedule: {short: {train.epochs: 2}, long: {train.epoch: 3}}",
            "e.yaml:16: axes.schedule.long.train.epoch: unknown field 'epoch'; allowed: epochs,"
                + " batch, optimizer, rate, label-smoothing, clip, threads, select, freeze,"
                + " micro-batch; did you"
                + " mean 'epochs'?"),
        of(
            "    - tanh",
            "    - tanh\n  schedule: {}",
            "e.yaml:16: axes.schedule: is an empty axis: the experiment would have no arms"),
        of(
            "    - tanh",
            "    - tanh\n  schedule: {short: 3}",
            "e.yaml:16: axes.schedule.short: must map labels to changes, such as {short:"
                + " {train.epochs: 10}, long: {train.epochs: 90}}; is 3"),
        of(
            "    - tanh",
            "    - tanh\n  train: {short: {train.epochs: 2}}",
            "e.yaml:16: axes.train: must be a list of values: it is a field of the trial"),
        of(
            "    - tanh",
            "    - tanh\n  a.b: {short: {train.epochs: 2}}",
            "e.yaml:16: axes.a.b: must be a list of values, is {\"short\":{\"train.epochs\":2}};"
                + " fields that change together have a name without dots"),
        of(
            "    - tanh",
            "    - tanh\n  s: {a: {train.epochs: 2}, b: {train.epochs: 2}}",
            "e.yaml:16: axes.s.b: changes the same as 'a'; name it once"),
        of(
            "    - tanh",
            "    - tanh\n  s: {'a, b': {train.epochs: 2}}",
            "e.yaml:16: axes.s.a, b: is no label: it must have no comma and no equals sign"),
        of(
            "seeds: 2",
            "exclude: {attention.gate: tanh}",
            "e.yaml:17: exclude: must be a list, is {\"attention.gate\":\"tanh\"}"),
        of(
            "seeds: 2",
            "exclude:\n  - attention.gate",
            "e.yaml:18: exclude[0]: must map paths to values, such as {attention.gate: tanh,"
                + " train.batch: [32, 64]}; is \"attention.gate\""),
        of(
            "seeds: 2",
            "exclude:\n  - {attention.gate: relu}",
            "e.yaml:18: exclude[0].attention.gate: fits no combination: attention.gate is never relu"
                + " there, but sigmoid, tanh"),
        of(
            "seeds: 2",
            "exclude:\n  - {attention.gate: tnah}",
            "e.yaml:18: exclude[0].attention.gate: unknown gate 'tnah'; allowed: "
                + names(Gate.class)
                + "; did you mean 'tanh'?"),
        of(
            "seeds: 2",
            "exclude:\n  - {attention.gaet: tanh}",
            "e.yaml:18: exclude[0].attention.gaet: unknown field 'gaet'; allowed: type, squeeze,"
                + " excite, gate, apply; did you mean 'gate'?"),
        of(
            "seeds: 2",
            "include:\n  - {attention.gate: tanh}\n  - {train.epochs: 3}",
            "e.yaml:19: include[1].train.epochs: fits no combination: train.epochs is never 3 there,"
                + " but 1"),
        of(
            "seeds: 2",
            "exclude:\n  - {train.epochs: one}",
            "e.yaml:18: exclude[0].train.epochs: must be a whole number, is \"one\""),
        of(
            "seeds: 2",
            "exclude:\n  - {placement: {positon: pre}}",
            "e.yaml:18: exclude[0].placement.positon: unknown field 'positon'; allowed: position,"
                + " stages, blocks, share, caffe; did you mean 'position'?"),
        of(
            "seeds: 2",
            "constraints: [params < 3]",
            "e.yaml:17: constraints[0]: must be such as 'params <= +2%', 'macs <= 60M' or 'params >="
                + " baseline'; is \"params < 3\""),
        of(
            "seeds: 2",
            "constraints: [parms <= 3]",
            "e.yaml:17: constraints[0]: unknown measure 'parms'; allowed: params, macs, activations,"
                + " reads; did you mean 'params'?"),
        of(
            "seeds: 2",
            "constraints: [params <= 3x]",
            "e.yaml:17: constraints[0]: must be a count such as 28.1M, baseline, or a difference to"
                + " the baseline such as +1%; is '3x'"),
        of(
            "baseline: {attention: none}",
            "constraints: [params <= +2%]",
            "e.yaml:16: constraints[0]: +2% is relative to the baseline, but the experiment has none"),
        of(
            "baseline: {attention: none}",
            "constraints: [params <= 3]",
            "e.yaml:11: axes: leave no arm: all combinations are excluded: 4 by params <= 3"
                + " (e.yaml:16)"),
        of(
            "  attention.squeeze: [avg, max]",
            "  train.batch: ["
                + String.join(", ", IntStream.range(1, 1001).mapToObj(String::valueOf).toList())
                + "]\n  train.epochs: ["
                + String.join(", ", IntStream.range(1, 1002).mapToObj(String::valueOf).toList())
                + "]",
            "e.yaml:1: search: the grid has 2.00e+06 combinations, over a million: random and"
                + " evolution take some of them"),
        of(
            "  attention: se",
            "  attention: {type: sequence, of: [se, {squeeze: {type: avg, keep: spatial}}]}",
            "e.yaml:12: axes.attention.squeeze: 'squeeze' stands at several places; allowed:"
                + " of[0].squeeze, of[1].squeeze"),
        of(
            "  attention: se",
            "  attention:\n    preset: se\n    reduction: 0",
            "e.yaml:8: trial.attention.excite.reduction: must be at least 1, is 0"),
        of(
            "  attention: se",
            "  attention:\n    preset: se\n    redction: 4",
            "e.yaml:8: trial.attention.redction: unknown field 'redction' of se; allowed: "
                + within("se")
                + "; did you mean 'reduction'?"),
        of(
            "  attention.squeeze: [avg, max]",
            "  attention.reduction: [4, 0]",
            "e.yaml:12: axes.attention.reduction[1]: must be at least 1, is 0"),
        of(
            "    - tanh",
            "    - tnah",
            "e.yaml:15: axes.attention.gate[1]: unknown gate 'tnah'; allowed: "
                + names(Gate.class)
                + "; did you mean 'tanh'?"),
        of(
            "  attention.squeeze: [avg, max]",
            "  attention.sqeeze: [avg, max]",
            "e.yaml:12: axes.attention.sqeeze: unknown field 'sqeeze'; allowed: type, squeeze,"
                + " excite, gate, apply; did you mean 'squeeze'?"),
        of(
            "  attention.squeeze: [avg, max]",
            "  atention.squeeze: [avg, max]",
            "e.yaml:12: axes.atention.squeeze: unknown field 'atention'; allowed: data, backbone,"
                + " attention, placement, start, train; did you mean 'attention'?"),
        of(
            "  attention.squeeze: [avg, max]",
            "  train.epochs.more: [1]",
            "e.yaml:12: axes.train.epochs.more: epochs is 1, which has no fields"),
        of(
            "  attention.squeeze: [avg, max]",
            "  '.': [avg, max]",
            "e.yaml:12: axes..: must be a path of fields, such as attention.squeeze"),
        of(
            "  attention.squeeze: [avg, max]",
            "  attention.: [se, eca]",
            "e.yaml:12: axes.attention.: must be a path of fields, such as attention.squeeze"),
        of(
            "  attention.squeeze: [avg, max]",
            "  seed: [1, 2]",
            "e.yaml:12: axes.seed: seeds stand beside the trial, in the field 'seeds'"),
        of(
            "  attention.squeeze: [avg, max]",
            "  placement.stages: [all, [4]]",
            "e.yaml:12: axes.placement.stages[1]: names stage 4, but the backbone has 3"),
        of(
            "  attention.squeeze: [avg, max]",
            "  backbone.depth: [8, 21]",
            "e.yaml:12: axes.backbone.depth[1]: must be 6n + 2 (8, 14, 20, …), is 21"),
        of(
            "depth: 8",
            "depth: 21",
            "e.yaml:5: trial.backbone.depth: must be 6n + 2 (8, 14, 20, …), is 21"),
        of(
            "    batch: 64",
            "    batch: 5001",
            "e.yaml:9: trial.train.batch: is 5001, but 5000 images are left to train on"),
        of(
            "name: right",
            "name: a/b",
            "e.yaml:1: name: names a folder: letters, digits, '.', '_' and '-' only, the first a letter or digit; is 'a/b'"),
        of(
            "name: right",
            "name: ..",
            "e.yaml:1: name: names a folder: letters, digits, '.', '_' and '-' only, the first a letter or digit; is '..'"),
        of("name: right", "name: [a]", "e.yaml:1: name: must be a text, is [\"a\"]"),
        of("name: right", "name:", "e.yaml:1: name: must be a text, is null"),
        of(
            "seeds: 2",
            "seeds: 0",
            "e.yaml:17: seeds: must be a count of at least 1, or a list of different whole numbers; is 0"),
        of(
            "seeds: 2",
            "seeds: [1, 1]",
            "e.yaml:17: seeds: must be a count of at least 1, or a list of different whole numbers; is [1,1]"),
        of(
            "seeds: 2",
            "seeds: []",
            "e.yaml:17: seeds: must be a count of at least 1, or a list of different whole numbers; is []"),
        of("seeds: 2", "seeds: [1, x]", "e.yaml:17: seeds[1]: must be a whole number, is \"x\""),
        of(
            "seeds: 2",
            "seeds: 2000000",
            "e.yaml:17: seeds: must be a count of at most 100000, is 2000000"),
        of(
            "baseline: {attention: none}",
            "baseline: none",
            "e.yaml:16: baseline: must map fields' paths to values, such as {attention: none}; is"
                + " \"none\""),
        of(
            "baseline: {attention: none}",
            "baseline: {attention: non}",
            "e.yaml:16: baseline.attention: unknown attention 'non'; allowed: "
                + names(Attention.class)
                + "; did you mean 'none'?"),
        of(
            "  attention: se",
            "  attention: se\n  seed: 3",
            "e.yaml:7: trial.seed: seeds stand beside the trial, in the field 'seeds'"),
        of(
            "axes:",
            "axes: 3\naxis:",
            "e.yaml:12: axis: unknown field 'axis'; allowed: name, question, extends, trial, axes,"
                + " arms, include, exclude, constraints, baseline, seeds, search, budget, run, claims, reference; did you"
                + " mean 'axes'?"));
  }

  /** The fields of a module and of what is in it. */
  private static String within(String attention) {
    Attention module = Bind.inline(Attention.class, attention);
    return String.join(", ", new Fields(Print.tree(module)).names());
  }

  private static String names(Class<?> family) {
    return String.join(", ", Family.of(family).names());
  }

  @ParameterizedTest(name = "{index}: {1}")
  @MethodSource("mistakes")
  void eachMistakeIsShownWhereItStands(String line, String instead, String message) {
    assertEquals(message, refusal(FILE.replace(line, instead)));
  }

  @Test
  void whatIsNoExperimentIsToldWhatOneHas() {
    String fields =
        "an experiment has the fields name, question, extends, trial, axes, arms, include, exclude,"
            + " constraints, baseline, seeds, search, budget, run, claims, reference";
    assertEquals("e.yaml: " + fields + "; the file is empty", refusal(""));
    assertEquals("e.yaml:1: " + fields + "; this is a list", refusal("- 1\n- 2\n"));
    assertEquals("e.yaml:1: lacks the field 'trial'", refusal("name: x\n"));
  }

  @Test
  void axesWithNothingBelowAreAskedFor() {
    String text = FILE.substring(0, FILE.indexOf("  attention.squeeze: ["));
    assertEquals(
        "e.yaml:11: axes: must map fields' paths to lists of values, such as {attention.squeeze:"
            + " [avg, max]}; is null",
        refusal(text));
  }

  @Test
  void selectBestNeedsAValidationSplit() {
    String text =
        FILE.replace("batch: 64", "select: best")
            .replace("fashion-mnist-mini", "{type: fashion-mnist-mini, validation: 0}");
    assertEquals(
        "e.yaml:9: trial.train.select: best needs a validation split; data.validation is 0",
        refusal(text));
  }

  @Test
  void aModuleWithinASequenceIsNamed() {
    String text =
        FILE.substring(0, FILE.indexOf("axes:"))
            .replace(
                "attention: se",
                "attention: {type: sequence, of: [se, {squeeze: {type: avg, keep: spatial}}]}");
    assertEquals(
        "e.yaml:6: trial.attention.of[1].excite: on 4x28x28: learns along one axis, but a spatial descriptor"
            + " keeps two, H and W",
        refusal(text));
  }

  @Test
  void aFileWithoutANameIsCalledAsItsFile(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("my plan.yaml"), FILE.replace("name: right\n", ""));
    assertEquals(
        file
            + ":1: name: names a folder: letters, digits, '.', '_' and '-' only, the first a letter"
            + " or digit; is 'my plan', as the file is called, since it gives no name",
        assertThrows(BadInput.class, () -> ExperimentFile.read(file)).getMessage());
  }
}
