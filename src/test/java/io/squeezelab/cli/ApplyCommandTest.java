package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Safetensors;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.parity.ParityCase;
import io.squeezelab.parity.Tensors;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bridge to other frameworks: numbers in, numbers out, by names. */
@Tag("engine")
class ApplyCommandTest {
  @TempDir private Path temp;
  private String x;
  private String w;
  private String y;

  @BeforeEach
  void files() {
    x = temp.resolve("x.safetensors").toString();
    w = temp.resolve("w.safetensors").toString();
    y = temp.resolve("y.safetensors").toString();
  }

  private static Shown apply(String attention, String... options) {
    return Shown.of(
        Stream.concat(Stream.of("apply", attention), Stream.of(options)).toArray(String[]::new));
  }

  private static Tensor full(float value, long... shape) {
    float[] numbers = new float[(int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    java.util.Arrays.fill(numbers, value);
    return new Tensor(numbers, shape);
  }

  /** One case of each published module that the tests have. */
  static Stream<Named<ParityCase>> modules() {
    return ParityCase.all()
        .collect(Collectors.groupingBy(one -> one.test().get("module").asText()))
        .values()
        .stream()
        .map(cases -> cases.stream().min(Comparator.comparing(ParityCase::name)).orElseThrow())
        .map(one -> Named.of(one.name(), one));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void givesTheOriginalsNumbers(ParityCase one) {
    Tensors reference = one.tensors();
    Map<String, Tensor> weights = new LinkedHashMap<>();
    Map<String, float[]> held = reference.under("param.");
    one.names().keySet().stream()
        .filter(held::containsKey)
        .forEach(name -> weights.put(one.names().get(name), reference.all().get("param." + name)));
    Safetensors.write(Path.of(w), weights);
    Safetensors.write(Path.of(x), reference.all());
    Shown shown =
        apply(
            one.grammar(),
            "--weights",
            w,
            "--input",
            x,
            "--output",
            y,
            "--cotangent",
            "r",
            "--mode",
            "train");
    assertEquals("", shown.err());
    assertEquals(0, shown.code());
    Map<String, Tensor> found = Safetensors.read(Path.of(y));
    near(reference, "y.train", found.get("y"));
    one.test()
        .get("inputs")
        .forEach(
            input -> {
              String name = "grad." + input.get("key").asText();
              near(reference, name + ".train", found.get(name));
            });
    one.names()
        .forEach(
            (theirs, ours) -> {
              String name = "grad.param." + theirs + ".train";
              if (reference.has(name)
                  && !one.test().get("zero_grad_params_train").toString().contains(theirs)) {
                near(reference, name, found.get("grad.param." + ours));
              }
              if (reference.has("after." + theirs + ".train")) {
                near(reference, "after." + theirs + ".train", found.get("after." + ours));
              }
            });
  }

  private static void near(Tensors reference, String name, Tensor found) {
    double apart = Tensors.difference(reference.floats(name), found.numbers());
    assertTrue(apart < 1e-3, () -> name + " is off by " + apart);
  }

  /** Half of a map of ones, since sigmoid(0) is 1/2; the gradient of x is r times that. */
  @Test
  void aCotangentMayComeFromItsOwnFile() {
    Safetensors.write(Path.of(x), Map.of("x", full(1, 1, 16, 1, 1)));
    Safetensors.write(Path.of(w), Map.of("excite.weight", full(0, 1, 3)));
    String r = temp.resolve("r.safetensors").toString();
    Safetensors.write(Path.of(r), Map.of("anything", full(3, 1, 16, 1, 1)));
    Shown shown = apply("eca", "--weights", w, "--input", x, "--output", y, "--cotangent", r);
    assertEquals("", shown.err());
    Map<String, Tensor> found = Safetensors.read(Path.of(y));
    assertArrayEquals(full(0.5f, 16).numbers(), found.get("y").numbers());
    assertArrayEquals(full(1.5f, 16).numbers(), found.get("grad.x").numbers());
    assertArrayEquals(new long[] {1, 1, 3}, found.get("grad.param.excite.weight").shape());
  }

  @Test
  void withoutWeightsTheSeedMakesThem() {
    Safetensors.write(Path.of(x), Map.of("x", full(1, 1, 4, 2, 2)));
    Shown shown = apply("se", "--input", x, "--output", y, "--seed", "3");
    assertTrue(shown.out().startsWith("No --weights: the initial values of seed 3."), shown.out());
    float[] three = Safetensors.read(Path.of(y)).get("y").numbers();
    apply("se", "--input", x, "--output", y, "--seed", "3");
    assertArrayEquals(three, Safetensors.read(Path.of(y)).get("y").numbers());
    apply("{type: se, excite: {type: bottleneck, reduction: 1}}", "--input", x, "--output", y);
    assertFalse(java.util.Arrays.equals(three, Safetensors.read(Path.of(y)).get("y").numbers()));
  }

  /** The variance of one number is nothing to divide by; two images are enough, and so is eval. */
  @ParameterizedTest
  @ValueSource(strings = {"srm", "sk", "mscam"})
  void oneImageIsTooFewToNormaliseOverInTraining(String module) {
    Safetensors.write(Path.of(x), Map.of("x", full(1, 1, 32, 2, 2)));
    Shown shown = apply(module, "--input", x, "--output", y, "--mode", "train");
    assertEquals(2, shown.code());
    assertEquals(
        "squeezelab: --mode train: in training, batch norm normalises over the batch and needs 2 or"
            + " more values for each channel; here it has 1, one image of one position: take more"
            + " images; or --mode eval",
        shown.err().strip());
    assertEquals(0, apply(module, "--input", x, "--output", y).code());
    Safetensors.write(Path.of(x), Map.of("x", full(1, 2, 32, 2, 2)));
    assertEquals(0, apply(module, "--input", x, "--output", y, "--mode", "train").code());
  }

  @Test
  void tensorsThatDoNotFitAreAllListed() {
    Safetensors.write(Path.of(x), Map.of("x", full(1, 1, 32, 2, 2)));
    Map<String, Tensor> weights = new LinkedHashMap<>();
    weights.put("excite.down.weights", full(0, 2, 32));
    weights.put("param.excite.up.weight", full(0, 2, 32));
    weights.put("bn.num_batches_tracked", full(0, 1));
    Safetensors.write(Path.of(w), weights);
    Shown shown = apply("se", "--weights", w, "--input", x, "--output", y);
    assertEquals(2, shown.code());
    assertEquals(
        List.of(
            "squeezelab: " + w + " gives 0 of the module's 2 tensors:",
            "  wrong shape: excite.up.weight is (2, 32), must be (32, 2)",
            "  missing: excite.down.weight (2, 32); there is excite.down.weights",
            "  unknown: excite.down.weights (2, 32); did you mean excite.down.weight?"),
        shown.err().lines().toList());
  }

  /** Waves follow from the frequencies; a file that has others has its way. */
  @Test
  void aFixedBasisNeedNotBeGiven() {
    Safetensors.write(Path.of(x), Map.of("x", full(1, 1, 16, 7, 7)));
    Map<String, Tensor> weights = new LinkedHashMap<>();
    weights.put("excite.down.weight", full(1, 1, 16));
    weights.put("excite.up.weight", full(1, 16, 1));
    Safetensors.write(Path.of(w), weights);
    Shown shown = apply("fca", "--weights", w, "--input", x, "--output", y);
    assertEquals("", shown.err());
    // of ones, the constant wave alone gives something, 7, which the sigmoid takes to 1 - 9e-4
    float[] found = Safetensors.read(Path.of(y)).get("y").numbers();
    assertEquals(1 / (1 + Math.exp(-7)), found[0], 1e-5);
    weights.put("squeeze.basis", full(0, 16, 7, 7));
    Safetensors.write(Path.of(w), weights);
    apply("fca", "--weights", w, "--input", x, "--output", y);
    assertEquals(0.5, Safetensors.read(Path.of(y)).get("y").numbers()[0], 1e-6);
  }

  @Test
  void sizesThatDoNotAgreeAreSaid() {
    Safetensors.write(Path.of(x), Map.of("x", full(1, 1, 4, 2, 3), "r", full(1, 1, 4, 3, 2)));
    wrong(
        "--channels and --input do not agree: the options ask for a map of 8x2x3, but x is (1, 4,"
            + " 2, 3)",
        "--channels",
        "8");
    wrong(
        "--size and --input do not agree: the options ask for a map of 4x3x2, but x is (1, 4, 2,"
            + " 3)",
        "--size",
        "3x2");
    wrong("--cotangent: r is (1, 4, 3, 2), but y is (1, 4, 2, 3)", "--cotangent", "r");
    wrong(
        "--mode: unknown mode 'trian'; allowed: train, eval; did you mean 'train'?",
        "--mode",
        "trian");
    Safetensors.write(Path.of(x), Map.of("x", full(1, 4, 2, 3)));
    wrong(x + ": x must be (N, C, H, W), is (4, 2, 3)");
    Safetensors.write(Path.of(x), Map.of("X", full(1, 1, 4, 2, 3)));
    wrong(x + " has no tensor x; it has X; did you mean X?");
  }

  private void wrong(String message, String... options) {
    Shown shown =
        apply(
            "eca",
            Stream.concat(Stream.of("--input", x, "--output", y), Stream.of(options))
                .toArray(String[]::new));
    assertEquals("squeezelab: " + message, shown.err().strip());
    assertEquals(2, shown.code());
    assertFalse(Path.of(y).toFile().exists());
  }
}
