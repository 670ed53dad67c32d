package io.squeezelab.backbone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Weights;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One module's weights at several places: they are one tensor, with one gradient, paid for once.
 */
@Tag("engine")
class SharingTest {
  /** Two blocks a stage; 8, 16 and 32 channels. */
  private static Network network(String attention, String placement) {
    return Bind.inline(Backbone.class, "{type: resnet-cifar, depth: 14, width: 8}")
        .network(
            new Dims(3, 8, 8),
            5,
            Bind.inline(Attention.class, attention),
            Bind.inline(Placement.class, placement));
  }

  private static List<String> attended(Network network) {
    return network.parameters().trained().stream()
        .map(Parameter::name)
        .filter(name -> name.contains("attention"))
        .toList();
  }

  private static String refusal(String attention, String placement) {
    return assertThrows(Problem.class, () -> network(attention, placement)).getMessage();
  }

  @Test
  void namesTellHowFarWeightsReach() {
    assertEquals(
        List.of("layer2.attention.excite.weight", "layer3.attention.excite.weight"),
        attended(network("eca", "{stages: [2, 3], share: stage}")));
    assertEquals(List.of("attention.excite.weight"), attended(network("eca", "{share: network}")));
    assertEquals(6, attended(network("eca", "{}")).size());
  }

  /** SE with r = 4 on 8 channels: 2·8·2 = 32 parameters and multiply-adds. */
  @Test
  void parametersAreCountedOnceAndMultiplyAddsAtEveryPlace() {
    String se = "{type: se, excite: {type: bottleneck, reduction: 4}}";
    Network none = network("none", "{}");
    Network shared = network(se, "{stages: [1], share: stage}");
    Network own = network(se, "{stages: [1], share: block}");
    assertEquals(32, shared.cost().minus(none.cost()).params());
    assertEquals(64, own.cost().minus(none.cost()).params());
    assertEquals(64, shared.cost().minus(none.cost()).macs());
  }

  /** The same numbers at every place give the same output, and the shared gradient is their sum. */
  @Test
  void theGradientIsTheSumOverThePlaces() {
    Network shared = network("eca", "{share: network}");
    Network own = network("eca", "{}");
    Numbers x = Numbers.normal(1, 1, 2, 3, 8, 8);
    Map<String, float[]> numbers;
    try (Weights weights = new Weights(shared.parameters(), Hardware.CPU, 3)) {
      numbers = weights.copy();
    }
    Map<String, float[]> copies = new LinkedHashMap<>(numbers);
    float[] kernel = copies.remove("attention.excite.weight");
    attended(own).forEach(name -> copies.put(name, kernel));
    Probe.Gradients one = gradients(shared, numbers, x);
    Probe.Gradients many = gradients(own, copies, x);
    assertArrayEquals(many.y().values(), one.y().values());
    float[] sum = new float[kernel.length];
    for (String name : attended(own)) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += many.ofWeights().get(name)[i];
      }
    }
    assertArrayEquals(sum, one.ofWeights().get("attention.excite.weight"), 1e-5f);
  }

  private static Probe.Gradients gradients(Network network, Map<String, float[]> n, Numbers x) {
    try (Probe probe = new Probe(network.parameters(), network.layers(), 0)) {
      probe.weights().load(n);
      return probe.gradients(x, 2, false);
    }
  }

  @Test
  void parametersOfDifferentShapesCannotBeShared() {
    assertEquals(
        "on 16x4x4: cannot share attention.excite.down.weight: 1x8 at the first place, 1x16 here",
        refusal("se", "{share: network}"));
  }

  /** Before the first block of stage 2 there are still 8 channels. */
  @Test
  void thePlacesOfAStageMayDiffer() {
    assertEquals(
        "on 16x4x4: cannot share layer2.attention.excite.down.weight: 1x8 at the first place, 1x16 here",
        refusal("se", "{position: pre, stages: [2], share: stage}"));
  }

  @Test
  void attentionMaySitInSomeBlocksOfAStage() {
    assertEquals(
        List.of("layer1.0.attention.excite.weight"),
        attended(network("eca", "{stages: [1], blocks: first}")));
    assertEquals(
        List.of("layer1.1.attention.excite.weight"),
        attended(network("eca", "{stages: [1], blocks: last}")));
    assertEquals(3, attended(network("eca", "{blocks: every 2}")).size());
    assertEquals("every 3", Blocks.parse("every 3").toString());
    assertEquals("all", Blocks.parse("every 1").toString());
    assertThrows(Problem.class, () -> Blocks.parse("every 0"));
  }
}
