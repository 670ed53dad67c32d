package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Safetensors;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.parity.Tensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole networks as the bridge to other frameworks takes them. */
@Tag("engine")
class ApplyNetworkTest {
  private static final Tensors REFERENCE =
      Tensors.read("/parity/networks/resnet18-imagenet-w8.safetensors");
  private static final String RESNET = "{type: resnet, depth: 18, width: 8}";

  @TempDir private Path temp;
  private Path x;
  private Path w;
  private Path y;

  @BeforeEach
  void files() {
    x = temp.resolve("x.safetensors");
    w = temp.resolve("w.safetensors");
    y = temp.resolve("y.safetensors");
  }

  private Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    REFERENCE.under("state.").keySet().stream()
        .filter(name -> !name.endsWith("num_batches_tracked"))
        .forEach(name -> state.put(name, REFERENCE.all().get("state." + name)));
    return state;
  }

  private Shown apply(String... more) {
    List<String> words = new ArrayList<>(List.of("apply", "--backbone", RESNET, "--classes"));
    words.addAll(List.of("10", "--input", x.toString(), "--output", y.toString()));
    words.addAll(List.of(more));
    return Shown.of(words.toArray(String[]::new));
  }

  /** Of the mean cross entropy, whose gradient at the logits is (softmax - target) / N. */
  private static Tensor cotangent(String mode) {
    Tensor logits = REFERENCE.all().get("logits." + mode);
    long[] labels = REFERENCE.longs("y");
    int classes = (int) logits.shape()[1];
    float[] r = new float[logits.numbers().length];
    for (int n = 0; n < labels.length; n++) {
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += Math.exp(logits.numbers()[n * classes + k]);
      }
      for (int k = 0; k < classes; k++) {
        double share = Math.exp(logits.numbers()[n * classes + k]) / sum;
        r[n * classes + k] = (float) ((share - (labels[n] == k ? 1 : 0)) / labels.length);
      }
    }
    return new Tensor(r, logits.shape());
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "eval"})
  void givesPyTorchsLogitsAndGradients(String mode) {
    Safetensors.write(w, state());
    Safetensors.write(x, Map.of("x", REFERENCE.all().get("x"), "r", cotangent(mode)));
    Shown shown = apply("--weights", w.toString(), "--mode", mode, "--cotangent", "r");
    assertEquals("", shown.err());
    Map<String, Tensor> found = Safetensors.read(y);
    near("logits." + mode, found.get("y"));
    near("grad.x." + mode, found.get("grad.x"));
    near("grad.conv1.weight." + mode, found.get("grad.param.conv1.weight"));
    near("grad.fc.bias." + mode, found.get("grad.param.fc.bias"));
    assertEquals(mode.equals("train"), found.containsKey("after.bn1.running_var"));
    if (mode.equals("train")) {
      near("after.bn1.running_var", found.get("after.bn1.running_var"));
    }
  }

  private static void near(String name, Tensor found) {
    assertArrayEquals(REFERENCE.shape(name), found.shape(), name);
    double apart = Tensors.difference(REFERENCE.floats(name), found.numbers());
    assertTrue(apart < 1e-4, () -> name + " is off by " + apart);
  }

  @Test
  void tensorsThatDoNotFitAreNamed() {
    Map<String, Tensor> state = state();
    state.put("fc.weight", new Tensor(new float[64 * 3], 3, 64));
    state.remove("bn1.bias");
    Safetensors.write(w, state);
    Safetensors.write(x, Map.of("x", REFERENCE.all().get("x")));
    Shown shown = apply("--weights", w.toString());
    assertEquals(2, shown.code());
    assertEquals(
        List.of(
            "squeezelab: " + w + " gives 100 of the network's 102 tensors:",
            "  wrong shape: fc.weight is (3, 64), must be (10, 64)",
            "  missing: bn1.bias (8,)"),
        shown.err().lines().toList());
  }

  /**
   * 62 parameters and 40 running statistics are missed, and as many have no place; 12 are shown.
   */
  @Test
  void namesOfAnotherKindAreNotListedToTheLast() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    state().forEach((name, tensor) -> state.put("body." + name, tensor));
    Safetensors.write(w, state);
    Safetensors.write(x, Map.of("x", REFERENCE.all().get("x")));
    List<String> told = apply("--weights", w.toString()).err().lines().toList();
    assertEquals("squeezelab: " + w + " gives 0 of the network's 102 tensors:", told.get(0));
    assertEquals("  missing: conv1.weight (8, 3, 7, 7)", told.get(1));
    assertEquals(14, told.size());
    assertEquals("  and 192 more", told.get(13));
  }

  @Test
  void withoutWeightsTheSeedMakesThem() {
    Safetensors.write(x, Map.of("x", REFERENCE.all().get("x")));
    Shown shown = apply("--seed", "3");
    assertTrue(shown.out().startsWith("No --weights: the initial values of seed 3."), shown.out());
    Tensor three = Safetensors.read(y).get("y");
    assertArrayEquals(new long[] {REFERENCE.shape("x")[0], 10}, three.shape());
    apply("--seed", "3");
    assertArrayEquals(three.numbers(), Safetensors.read(y).get("y").numbers());
  }

  /** torchvision's resnet18 has 62 parameters; 11,689,512 numbers, 9,600 in buffers. */
  @Test
  void describeListsEveryTensorOfANetwork() {
    Shown shown =
        Shown.of("describe", "--backbone", "resnet18", "--input", "3x224x224", "--classes", "1000");
    assertEquals("", shown.err());
    assertTrue(shown.out().startsWith("resnet18: x (N, 3, 224, 224) -> y (N, 1000)"), shown.out());
    assertEquals(62, shown.out().lines().filter(line -> line.contains("  trained  ")).count());
    assertTrue(shown.out().contains("11,689,512 parameters, 9,600 buffer numbers, "), shown.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "describe | nothing to look at: give ATTENTION, a module, or --backbone, a network",
        "describe se --backbone resnet18 --classes 3 | ATTENTION 'se' is a module by itself,",
        "describe se --channels 8 --classes 3 | --classes: is for a network: give --backbone too",
        "describe --backbone resnet18 --classes 3 | --input: CxHxW is needed with --backbone",
        "describe --backbone resnet18 | --classes: is needed with --backbone",
        "describe --backbone resnet18 --classes 3 --input 3x64x64 --channels 3 |"
            + " --channels: is for a module",
        "describe --backbone resnet20 --attention sa --classes 3 --input 3x32x32 |"
            + " --backbone 'resnet20' with --attention 'sa' on 3x32x32: attention.groups: ",
      })
  void whatIsWrongIsSaid(String line, String message) {
    Shown shown = Shown.of(line.split(" "));
    assertTrue(shown.err().startsWith("squeezelab: " + message), shown.err());
    assertEquals(2, shown.code());
  }
}
