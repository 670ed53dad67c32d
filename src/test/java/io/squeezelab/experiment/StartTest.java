package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Safetensors;
import io.squeezelab.engine.Parameter;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import io.squeezelab.trial.Loading;
import io.squeezelab.trial.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored weights as the start of a trial: what is taken, what is refused, what identifies it. */
class StartTest {
  private static final String TRIAL =
      """
      name: e
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        train: {epochs: 1, rate: {type: constant, base: 0.1}}
      """;
  private static final String WHOLE = "  start: {weights: in/w.safetensors}\n";

  @TempDir private Path temp;
  private final Map<String, Tensor> stored = new LinkedHashMap<>();

  /** The plain network's tensors, all zeros. */
  @BeforeEach
  void store() throws IOException {
    Files.createDirectories(temp.resolve("in"));
    Recipe plain = arms("").get(0).recipe();
    Stream.of(plain.network().parameters().trained(), plain.network().parameters().buffers())
        .flatMap(List::stream)
        .forEach(p -> stored.put(p.name(), zeros(p)));
    write();
  }

  private static Tensor zeros(Parameter p) {
    return new Tensor(new float[p.size()], p.shape().toArray());
  }

  private void write() {
    Safetensors.write(temp.resolve("in/w.safetensors"), stored);
  }

  private List<Arm> arms(String more) throws IOException {
    Path file = Files.writeString(temp.resolve("e.yaml"), TRIAL + more);
    return ExperimentFile.read(file).arms();
  }

  private String id(String more) throws IOException {
    return arms(more).get(0).recipe().with(0).id();
  }

  private String refusal(String more) {
    String message = assertThrows(BadInput.class, () -> arms(more)).getMessage();
    return message.replace(temp + "/", "");
  }

  private String report(String more) throws IOException {
    Recipe recipe = arms(more).get(0).recipe();
    Loading loading = recipe.start().loading(recipe.network().parameters()).orElseThrow();
    return loading.report().replace(temp + "/", "");
  }

  /** Seven convolutions, seven norms of four tensors each, a classifier of two. */
  @Test
  void everyTensorIsFoundByItsName() throws IOException {
    assertEquals(
        "starts from in/w.safetensors: 37 of 37 tensors by name from w.safetensors; 0 skipped,"
            + " 0 missing, 0 left over in the file",
        report(WHOLE));
  }

  @Test
  void theContentCountsAndNotThePath() throws IOException {
    String id = id(WHOLE);
    assertNotEquals(id(""), id);
    assertEquals(id(""), id("  start: none\n"));
    Files.copy(temp.resolve("in/w.safetensors"), temp.resolve("copy"));
    assertEquals(id, id("  start: {weights: copy}\n"));
    Safetensors.writeWhole(temp.resolve("copy"), Map.of("version", "another"), stored);
    assertEquals(id, id("  start: {weights: copy}\n"));
    stored.get("linear.bias").numbers()[3] = 1;
    write();
    assertNotEquals(id, id(WHOLE));
  }

  @Test
  void theOrderOfRulesCounts() throws IOException {
    String rules = "  start: {weights: in/w.safetensors, rename: {'^l': 'l', '^c': 'c'}}\n";
    String turned = "  start: {weights: in/w.safetensors, rename: {'^c': 'c', '^l': 'l'}}\n";
    assertNotEquals(id(rules), id(turned));
  }

  @Test
  void armsThatStartFromEqualFilesAreOneArm() throws IOException {
    Files.copy(temp.resolve("in/w.safetensors"), temp.resolve("copy"));
    String arms = "axes:\n  start: [{weights: in/w.safetensors}, {weights: copy}]\n";
    assertEquals(List.of("in/w.safetensors"), labels(arms(arms)));
  }

  @Test
  void aStartIsAnAxis() throws IOException {
    List<Arm> arms = arms("axes:\n  start: [none, {weights: in/w.safetensors}]\n");
    assertEquals(List.of("none", "in/w.safetensors"), labels(arms));
  }

  private static List<String> labels(List<Arm> arms) {
    return arms.stream().map(Arm::label).toList();
  }

  @Test
  void aFileThatIsNotThereIsNamedWithItsLine() {
    assertEquals(
        "e.yaml:6: trial.start.weights: no such file: in/x.safetensors",
        refusal("  start: {weights: in/x.safetensors}\n"));
  }

  @Test
  void aStarStandsForTheOneThatThereIs() throws IOException {
    assertEquals(id(WHOLE), id("  start: {weights: '*/w*.safetensors'}\n"));
    assertEquals(
        "e.yaml:6: trial.start.weights: no such file: */x.safetensors",
        refusal("  start: {weights: '*/x.safetensors'}\n"));
    Files.createDirectories(temp.resolve("on"));
    Files.copy(temp.resolve("in/w.safetensors"), temp.resolve("on/w.safetensors"));
    assertEquals(
        "e.yaml:6: trial.start.weights: */w.safetensors means several files, name one:"
            + " in/w.safetensors, on/w.safetensors",
        refusal("  start: {weights: '*/w.safetensors'}\n"));
  }

  @Test
  void aClassifierOfOtherClassesIsRefusedUnlessSkipped() throws IOException {
    stored.put("linear.weight", new Tensor(new float[3 * 16], 3, 16));
    stored.put("linear.bias", new Tensor(new float[3], 3));
    write();
    assertEquals(
        "e.yaml:6: trial.start.weights: in/w.safetensors gives 35 of the network's 37 tensors; what"
            + " is skipped keeps its initial values:\n"
            + "  other shape: linear.weight is (3, 16), must be (10, 16)\n"
            + "  other shape: linear.bias is (3,), must be (10,)",
        refusal(WHOLE));
    assertEquals(
        "starts from in/w.safetensors: 35 of 37 tensors by name from w.safetensors; 2 skipped,"
            + " 0 missing, 0 left over in the file\n"
            + "  skipped, at their initial values: linear.weight, in the file (3, 16), linear.bias,"
            + " in the file (3,)",
        report("  start: {weights: in/w.safetensors, skip: [classifier]}\n"));
  }

  /** As a 1x1 convolution has them. */
  @Test
  void axesOfSizeOneMayBeMoreOrFewer() throws IOException {
    stored.put("linear.weight", new Tensor(new float[160], 10, 16, 1, 1));
    stored.put("bn1.num_batches_tracked", new Tensor(new float[1]));
    write();
    assertTrue(report(WHOLE).contains(" 37 of 37 tensors "));
  }

  @Test
  void whatIsMissingIsRefusedUnlessAllowed() throws IOException {
    stored.put("conv1.weights", stored.remove("conv1.weight"));
    write();
    assertEquals(
        "e.yaml:6: trial.start.weights: in/w.safetensors gives 36 of the network's 37 tensors:\n"
            + "  missing: conv1.weight; there is conv1.weights",
        refusal(WHOLE));
    assertEquals(
        "starts from in/w.safetensors: 36 of 37 tensors by name from w.safetensors; 0 skipped,"
            + " 1 missing, 1 left over in the file\n"
            + "  missing in the file, at their initial values: conv1.weight\n"
            + "  left over in the file: conv1.weights",
        report("  start: {weights: in/w.safetensors, missing: allow}\n"));
    assertEquals(
        "e.yaml:6: trial.start.weights: in/w.safetensors gives 36 of the network's 37 tensors:\n"
            + "  left over: conv1.weights; is it conv1.weight?",
        refusal("  start: {weights: in/w.safetensors, missing: allow, left-over: refuse}\n"));
    assertTrue(
        report("  start: {weights: in/w.safetensors, rename: {weights$: weight}}\n")
            .contains(" 37 of 37 tensors "));
  }

  /** A plain network's file serves one with attention. */
  @Test
  void attentionMayBeSkippedWhereThereIsSomeAndWhereThereIsNone() throws IOException {
    String start = "  start: {weights: in/w.safetensors, skip: [attention]}\n";
    assertEquals(2, arms(start + "axes: {attention: [none, se]}\n").size());
    assertTrue(
        refusal(WHOLE + "  attention: se\n").contains("missing: layer1.0.attention.excite.down."));
  }

  @Test
  void aFileOfWhichNothingFitsIsRefused() {
    stored.clear();
    stored.put("a", new Tensor(new float[1], 1));
    write();
    String message = refusal("  start: {weights: in/w.safetensors, missing: allow}\n");
    assertTrue(message.contains("gives 0 of the network's 37 tensors:\n  left over: a"), message);
  }

  @Test
  void rulesThatDoNothingOrTooMuchAreShownWhereTheyStand() {
    String start = "  start:\n    weights: in/w.safetensors\n";
    assertEquals(
        "e.yaml:9: trial.start.rename.^module[.]: matches no name in the file; they are"
            + " conv1.weight, bn1.weight, bn1.bias, layer1.0.conv1.weight, layer1.0.bn1.weight, …",
        refusal(start + "    rename:\n      '^module[.]': ''\n"));
    assertEquals(
        "e.yaml:9: trial.start.rename.(bn: no regular expression: Unclosed group",
        refusal(start + "    rename:\n      '(bn': ''\n"));
    assertEquals(
        "e.yaml:8: trial.start.rename: bn1.weight and bn1.bias would both become bn1.x",
        refusal(start + "    rename: {'^bn1[.](weight|bias)': bn1.x}\n"));
    assertEquals(
        "e.yaml:8: trial.start.rename: must map names to values, is [1]",
        refusal(start + "    rename: [1]\n"));
    assertEquals(
        "e.yaml:8: trial.start.skip[0]: 'liner.*' means no tensor here; words are convolutions,"
            + " norms, attention, classifier, all-but-classifier, and names may have *; did you mean"
            + " 'linear.*'?",
        refusal(start + "    skip: ['liner.*']\n"));
    assertEquals(
        "e.yaml:8: trial.start.missing: unknown answer 'allwo'; allowed: refuse, allow; did you mean"
            + " 'allow'?",
        refusal(start + "    missing: allwo\n"));
  }

  @Test
  void aPinnedContentMustBeTheFiles() {
    String message =
        refusal("  start: {weights: in/w.safetensors, content: abc}\n")
            .replaceAll("[0-9a-f]{64}", "X");
    assertEquals(
        "e.yaml:6: trial.start.content: the tensors in in/w.safetensors are others now: their"
            + " SHA-256 is X, not abc",
        message);
  }
}
