package io.squeezelab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.Bind;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that a reader can check in the head. */
@Tag("engine")
class GoldenTest {

  /** On a map of two channels, [1 2; 3 4] and [5 5; 5 9]. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          avg                                        | 2.5, 6
          {type: avg, keep: height}                  | 3.25, 5.25
          {type: avg, keep: width}                   | 3.5, 5
          {type: avg, keep: spatial}                 | 3, 3.5, 4, 6.5
          {type: avg, keep: channel-height}          | 1.5, 3.5, 5, 7
          {type: avg, keep: channel-width}           | 2, 3, 5, 7
          max                                        | 4, 9
          {type: max, keep: height}                  | 5, 9
          {type: max, keep: width}                   | 5, 9
          {type: max, keep: spatial}                 | 5, 5, 5, 9
          {type: max, keep: channel-height}          | 2, 4, 5, 9
          {type: max, keep: channel-width}           | 3, 4, 5, 9
          {type: std, eps: 1e-12}                    | 1.1180340, 1.7320508
          {type: std, eps: 2.75}                     | 2, 2.3979158
          {type: std, keep: spatial, eps: 1e-12}     | 2, 1.5, 1, 2.5
          {type: std, keep: channel-height, eps: 1e-12} | 0.5, 0.5, 0, 2
          """)
  void squeezes(String squeeze, String expected) {
    Parameters parameters = new Parameters();
    Dims map = new Dims(2, 2, 2);
    Layer layer = Bind.inline(Squeeze.class, squeeze).block(parameters.scope(), map);
    float[] numbers = {1, 2, 3, 4, 5, 5, 5, 9};
    try (Probe probe = new Probe(parameters, layer, 0)) {
      Numbers found = probe.evaluate(new Numbers(numbers, 1, 2, 2, 2));
      assertArrayEquals(floats(expected), found.values(), 1e-6f);
    }
  }

  @Test
  void spreadOfOnesAndThreesIsOne() {
    Parameters parameters = new Parameters();
    Layer std = Bind.inline(Squeeze.class, "std").block(parameters.scope(), new Dims(1, 2, 2));
    try (Probe probe = new Probe(parameters, std, 0)) {
      Numbers x = new Numbers(new float[] {1, 1, 3, 3}, 1, 1, 2, 2);
      assertEquals(Math.sqrt(1 + 1e-5), probe.evaluate(x).values()[0], 1e-7);
    }
  }

  /** At -4, -1, 0, 2 and 4. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sigmoid      | 0.017986210, 0.26894142, 0.5, 0.88079708, 0.98201379
          tanh         | -0.99932930, -0.76159416, 0, 0.96402758, 0.99932930
          relu         | 0, 0, 0, 2, 4
          hard-sigmoid | 0, 0.33333333, 0.5, 0.83333333, 1
          """)
  void gates(String gate, String expected) {
    Parameters parameters = new Parameters();
    try (Probe probe = new Probe(parameters, Layer.IDENTITY, 0);
        NDManager step = probe.weights().manager().newSubManager()) {
      NDArray logits = step.create(new float[] {-4, -1, 0, 2, 4});
      NDArray weights = Bind.inline(Gate.class, gate).of(probe.weights().evaluating(step), logits);
      assertArrayEquals(floats(expected), weights.toFloatArray(), 1e-6f);
    }
  }

  /** Down [1 1 1 1; 1 -1 0 0], ReLU, up: the second hidden unit is -1 at first and shut. */
  @Test
  void bottleneckIsTwoMatricesAroundARelu() {
    Map<String, float[]> weights =
        Map.of(
            "down.weight", new float[] {1, 1, 1, 1, 1, -1, 0, 0},
            "up.weight", new float[] {1, 5, 2, 5, 3, 5, 0, 5});
    float[] logits = excite("{type: bottleneck, reduction: 2}", weights, 1, 2, 3, 4);
    assertArrayEquals(new float[] {10, 20, 30, 0}, logits);
    float[] open = excite("{type: bottleneck, reduction: 2}", weights, 2, 1, 3, 4);
    assertArrayEquals(new float[] {15, 25, 35, 5}, open);
  }

  @Test
  void bottleneckAddsItsBiases() {
    Map<String, float[]> weights =
        Map.of(
            "down.weight",
            new float[] {1, 0},
            "down.bias",
            new float[] {-2},
            "up.weight",
            new float[] {1, 1},
            "up.bias",
            new float[] {.5f, -.5f});
    String excite = "{type: bottleneck, reduction: 2, bias: true}";
    assertArrayEquals(new float[] {1.5f, .5f}, excite(excite, weights, 3, 9));
    assertArrayEquals(new float[] {.5f, -.5f}, excite(excite, weights, 1, 9));
  }

  /** Cross-correlation with zeros beyond the ends, not mirrored: [1 10 100] over 1 2 3 4. */
  @Test
  void conv1dSlidesAlongTheChannels() {
    Map<String, float[]> weights = Map.of("weight", new float[] {1, 10, 100});
    float[] logits = excite("{type: conv1d, kernel: 3}", weights, 1, 2, 3, 4);
    assertArrayEquals(new float[] {210, 321, 432, 43}, logits);
  }

  @Test
  void identityHandsTheDescriptorOn() {
    assertArrayEquals(new float[] {3, -1}, excite("identity", Map.of(), 3, -1));
  }

  private static float[] excite(String excite, Map<String, float[]> weights, float... descriptor) {
    Parameters parameters = new Parameters();
    Dims logits = new Dims(descriptor.length, 1, 1);
    Descriptor single = new Descriptor(Keep.CHANNEL, logits, logits, 1);
    Layer layer = Bind.inline(Excite.class, excite).block(parameters.scope(), single);
    try (Probe probe = new Probe(parameters, layer, 0)) {
      assertEquals(weights.keySet(), probe.weights().copy().keySet());
      probe.weights().load(weights);
      return probe.evaluate(new Numbers(descriptor, 1, descriptor.length, 1, 1)).values();
    }
  }

  /** All weights 0: every gate is 1/2. With the gate at relu, the map vanishes. */
  @Test
  void squeezeExciteHalvesTheMapAtWeightsOfZero() {
    float[] x = {1, 2, 3, 4, 5, 6, 7, 8};
    assertArrayEquals(new float[] {.5f, 1, 1.5f, 2, 2.5f, 3, 3.5f, 4}, attend("se", x));
    assertArrayEquals(new float[8], attend("se-relu", x));
  }

  private static float[] attend(String attention, float[] x) {
    Parameters parameters = new Parameters();
    Attention module = Bind.inline(Attention.class, attention);
    Layer layer = module.block(parameters.scope(), new Dims(2, 2, 2));
    try (Probe probe = new Probe(parameters, layer, 0)) {
      Map<String, float[]> zeros = probe.weights().copy();
      zeros.values().forEach(numbers -> Arrays.fill(numbers, 0));
      probe.weights().load(zeros);
      return probe.evaluate(new Numbers(x, 1, 2, 2, 2)).values();
    }
  }

  /** ECA-Net's released rule; the channel counts where the size changes, and those of ResNets. */
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 1",
    "7, 1",
    "8, 3",
    "16, 3",
    "32, 3",
    "64, 3",
    "127, 3",
    "128, 5",
    "256, 5",
    "512, 5",
    "1024, 5",
    "2047, 5",
    "2048, 7",
    "8192, 7",
    "32768, 9"
  })
  void kernelSizes(int channels, int kernel) {
    assertEquals(kernel, kernel("conv1d", channels));
    assertEquals(Math.max(3, kernel), kernel("{type: conv1d, minimum: 3}", Math.max(2, channels)));
    assertEquals(1, kernel("{type: conv1d, kernel: 1}", channels));
  }

  /** |(log₂C + beta) / gamma|, made odd upwards: (6 + 1) / 1 = 7, (6 + 4) / 2 = 5, 6 / 4 = 1.5. */
  @Test
  void kernelSizesFollowGammaAndBeta() {
    assertEquals(7, kernel("{type: conv1d, gamma: 1}", 64));
    assertEquals(5, kernel("{type: conv1d, beta: 4}", 64));
    assertEquals(1, kernel("{type: conv1d, gamma: 4, beta: 0}", 64));
  }

  private static long kernel(String excite, int channels) {
    return declared(excite, channels).shape().toArray()[2];
  }

  /** The last rows are MobileNetV3-Large's: a quarter of the expansion, in eights. */
  @ParameterizedTest
  @CsvSource({
    "64, 16, 1, 1, 4",
    "100, 16, 1, 1, 6",
    "8, 16, 1, 1, 1",
    "8, 16, 4, 1, 4",
    "64, 16, 32, 1, 32",
    "96, 16, 1, 8, 8",
    "176, 16, 1, 8, 16",
    "72, 4, 1, 8, 24",
    "120, 4, 1, 8, 32",
    "480, 4, 1, 8, 120",
    "672, 4, 1, 8, 168",
    "960, 4, 1, 8, 240"
  })
  void hiddenWidths(int channels, int reduction, int minimum, int divisor, int hidden) {
    String text =
        "{type: bottleneck, reduction: %d, minimum: %d, divisor: %d}"
            .formatted(reduction, minimum, divisor);
    assertEquals(hidden, widths(text, channels));
    assertEquals(7, widths("{type: bottleneck, reduction: 2, hidden: 7}", channels));
  }

  private static long widths(String excite, int channels) {
    return declared(excite, channels).shape().toArray()[0];
  }

  /** Its first parameter. */
  private static Parameter declared(String excite, int channels) {
    Parameters parameters = new Parameters();
    Dims one = new Dims(channels, 1, 1);
    Descriptor single = new Descriptor(Keep.CHANNEL, one, one, 1);
    Bind.inline(Excite.class, excite).block(parameters.scope(), single);
    return parameters.trained().get(0);
  }

  private static float[] floats(String text) {
    double[] numbers = Arrays.stream(text.split(", ")).mapToDouble(Double::valueOf).toArray();
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
