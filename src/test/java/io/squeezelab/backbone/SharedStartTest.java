package io.squeezelab.backbone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arms of one seed start alike, bit for bit, in all that they share: common random numbers. */
@Tag("engine")
class SharedStartTest {
  private static final Dims INPUT = new Dims(3, 8, 8);

  @BeforeAll
  static void start() {
    Torch.start(Hardware.CPU, 1);
  }

  static List<String> presets() {
    return Family.of(Attention.class).presets().keySet().stream()
        .filter(SharedStartTest::fits)
        .toList();
  }

  /** Some modules need more channels than the tiny network has, or several maps. */
  private static boolean fits(String preset) {
    try {
      network(preset, "");
      return true;
    } catch (Problem refused) {
      return false;
    }
  }

  private static Network network(String attention, String settings) {
    return Bind.inline(Backbone.class, "{type: resnet-cifar, depth: 8, width: 8" + settings + "}")
        .network(INPUT, 5, Bind.inline(Attention.class, attention), Placement.STANDARD);
  }

  private static Map<String, float[]> initial(String attention, String settings, long seed) {
    Network network = network(attention, settings);
    try (Weights weights = new Weights(network.parameters(), Hardware.CPU, seed)) {
      return weights.copy();
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void attentionLeavesTheBackbonesInitialValuesAlone(String attention) {
    Map<String, float[]> plain = initial("none", "", 7);
    Map<String, float[]> attended = initial(attention, "", 7);
    plain.forEach((name, numbers) -> assertArrayEquals(numbers, attended.get(name), name));
  }

  @Test
  void anotherSeedIsAnotherStart() {
    Map<String, float[]> one = initial("se", "", 7);
    Map<String, float[]> other = initial("se", "", 8);
    for (String name : one.keySet()) {
      if (name.contains("conv") || name.contains("linear") || name.contains("excite")) {
        assertFalse(Arrays.equals(one.get(name), other.get(name)), name);
      }
    }
  }

  @Test
  void noTwoParametersStartAlike() {
    List<float[]> kernels =
        initial("none", "", 7).entrySet().stream()
            .filter(e -> e.getKey().matches("layer1.*conv.*"))
            .map(Map.Entry::getValue)
            .toList();
    assertEquals(2, kernels.size());
    assertFalse(Arrays.equals(kernels.get(0), kernels.get(1)));
  }

  /** A branch that starts at 0 adds nothing, so its kernels do not matter yet. */
  @Test
  void zeroGammaMakesEveryUnitItsShortcutAtFirst() {
    Map<String, float[]> zeroed = initial("none", ", zero-gamma: true", 7);
    assertArrayEquals(new float[8], zeroed.get("layer1.0.bn2.weight"));
    assertArrayEquals(initial("none", "", 7).get("bn1.weight"), zeroed.get("bn1.weight"));
    Network network = network("none", ", zero-gamma: true");
    try (Probe probe = new Probe(network.parameters(), network.layers(), 7)) {
      Numbers x = Numbers.normal(1, 1, 2, 3, 8, 8);
      float[] before = probe.evaluate(x).values();
      float[] kernel = zeroed.get("layer2.0.conv2.weight");
      Arrays.fill(kernel, 9);
      probe.weights().load(Map.of("layer2.0.conv2.weight", kernel));
      assertArrayEquals(before, probe.evaluate(x).values());
      assertTrue(before[0] != 0);
    }
  }
}
