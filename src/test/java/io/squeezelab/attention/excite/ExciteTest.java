package io.squeezelab.attention.excite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What excitations compute, on numbers that a reader can check in the head. */
@Tag("engine")
class ExciteTest {
  /** What an excitation is given: shape of the array, and what it means. */
  private static Descriptor given(Keep keep, int statistics, int channels, int height) {
    Dims one = new Dims(channels, height, 1);
    return new Descriptor(keep, one, one.channels(statistics * channels), statistics);
  }

  private static Descriptor profile(Keep keep, int size) {
    Dims shape =
        new Dims(keep.keeps(1) ? size : 1, keep.keeps(2) ? size : 1, keep.keeps(3) ? size : 1);
    return new Descriptor(keep, new Dims(size, size, size), shape, 1);
  }

  private static Probe probe(String excite, Descriptor given) {
    Parameters parameters = new Parameters();
    Layer layer = Bind.inline(Excite.class, excite).block(parameters.scope(), given);
    return new Probe(parameters, layer, 5);
  }

  private static float[] logits(Probe probe, Descriptor given, float... numbers) {
    Dims shape = given.shape();
    Numbers x = new Numbers(numbers, 1, shape.channels(), shape.height(), shape.width());
    return probe.evaluate(x).values();
  }

  /**
   * On a descriptor with these weights; where there are two statistics, the channels of the first
   * come before those of the second.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: fc, bias: true}    | 1 | weight: 1 2 3 4, bias: .5 -.5        | 1 10       | 21.5 42.5
          fc                        | 2 | weight: 1 2 3 4 5 6 7 8              | 1 10 0 100 | 421 865
          {type: diagonal, bias: true} | 1 | weight: 2 -1, bias: 0 7           | 3 4        | 6 3
          conv1x1                   | 1 | weight: 1 2 3 4, bias: 1 2           | 1 10       | 22 45
          {type: grouped, groups: 2} | 1 | weight: 1 2 3 4 5 6 7 8             | 1 10 100 1000 | 21 43 6500 8700
          {type: grouped, size: 2, bias: true} | 1 | weight: 1 2 3 4, bias: 1 0 | 1 10      | 22 43
          {type: conv1d, kernel: 3} | 2 | weight: 1 10 100 0 1000 0            | 1 2 3 4 5 6 | 4210 5321 6032
          {type: conv1d, kernel: 3, circular: true} | 1 | weight: 1 10 100     | 1 2 3 4    | 214 321 432 143
          {type: conv1d, kernel: 9} | 1 | weight: 5 6 7 1 10 100 1000 8 9      | 1 2 3      | 3210 321 39
          {type: conv1d, kernel: 5, circular: true} | 1 | weight: 1 10 100 1000 10000 | 1 2 | 12121 21212
          {type: conv1d, kernel: 3, shared: false}  | 1 | weight: 1 10 100 1 10 100 2 20 200 | 1 2 3 | 210 321 64
          {type: conv1d, kernel: 1, shared: false}  | 2 | weight: 1 2 3 4      | 1 10 5 7   | 11 58
          {type: multi-scale, kernels: [1, 3]} | 1 | 0.weight: 2, 1.weight: 1 10 100 | 1 2 3 | 212 325 38
          {type: multi-scale, kernels: [1, 3], merge: weighted} | 1 | 0.weight: 2, 1.weight: 1 10 100, mix: 0 1.0986123 | 1 2 3 | 158 241.75 25.5
          {type: linear-context, groups: 2, eps: 12} | 1 | weight: 2 2 4 4, bias: 0 1 0 1 | 1 5 10 14 | -1 2 -2 3
          """)
  void logitsByPencil(String excite, int statistics, String weights, String z, String expected) {
    Descriptor given = given(Keep.CHANNEL, statistics, floats(z).length / statistics, 1);
    try (Probe probe = loaded(excite, given, weights)) {
      assertArrayEquals(floats(expected), logits(probe, given, floats(z)), 1e-4f);
    }
  }

  /**
   * Scores are s_i·s_j·ln 2, so shares are powers of two: of 0, 1, 2 the first channel sees the
   * mean, 1; the second (0·1 + 1·2 + 2·4) / 7; the third (0·1 + 1·4 + 2·16) / 21. Values are seven
   * times that. A second head whose queries are 0 adds 10·3·1.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: self-attention, dim: 1} | query.weight: 1, query.bias: 0, key.weight: .6931472, value.weight: 7, out.weight: 1, out.bias: .5 | 7.5 10.5 12.5
          {type: self-attention, dim: 1} | query.weight: 0, query.bias: 1, key.weight: .6931472, value.weight: 7, out.weight: 1, out.bias: 0 | 10 10 10
          {type: self-attention, dim: 4} | query.weight: 0 2 0 0, query.bias: 0 0 0 0, key.weight: 5 .6931472 5 5, value.weight: 0 0 7 1, out.weight: 0 0 1 0, out.bias: 0 | 7 10 12
          {type: self-attention, dim: 1, heads: 2} | query.weight: 1 0, query.bias: 0 0, key.weight: .6931472 9, value.weight: 7 3, out.weight: 1 10, out.bias: 0 | 37 40 42
          {type: local-global, kernel: 1, dim: 1} | local.weight: 10, global.query.weight: 1, global.query.bias: 0, global.key.weight: .6931472, global.value.weight: 7, global.out.weight: 1, global.out.bias: 0 | 7 20 32
          """)
  void attentionByPencil(String excite, String weights, String expected) {
    Descriptor given = given(Keep.CHANNEL, 1, 3, 1);
    try (Probe probe = loaded(excite, given, weights)) {
      assertArrayEquals(floats(expected), logits(probe, given, 0, 1, 2), 1e-5f);
    }
  }

  /** The second statistic decides who is looked at, the first what is seen. */
  @Test
  void tokensAreAllStatisticsOfAChannel() {
    String weights =
        "query.weight: 0 0, query.bias: 1, key.weight: 0 .6931472, value.weight: 7 0, "
            + "out.weight: 1, out.bias: 0";
    Descriptor given = given(Keep.CHANNEL, 2, 3, 1);
    try (Probe probe = loaded("{type: self-attention, dim: 1}", given, weights)) {
      float[] seen = logits(probe, given, 100, 10, 1, 0, 1, 2); // (100·1 + 10·2 + 1·4) / 7 each
      assertArrayEquals(new float[] {124, 124, 124}, seen, 1e-3f);
    }
  }

  /** Down is the identity. Layer norm: 1 and 3 have mean 2 and variance 1, with eps 3 → ∓1/2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          norm: {type: layer, eps: 3}     | norm.weight: 2 4, norm.bias: 1 1 | 3 30
          norm: {type: batch, eps: 1}     | norm.weight: 2 4, norm.bias: 1 1, norm.running_mean: 1 1, norm.running_var: 3 3 | 6 50
          out-norm: {type: batch, eps: 1} | out-norm.weight: 2 4, out-norm.bias: 1 1, out-norm.running_mean: 2 10, out-norm.running_var: 3 3 | 3 41
          """)
  void bottleneckNormalisesAfterEitherMap(String norm, String weights, String expected) {
    String excite = "{type: bottleneck, hidden: 2, activation: relu, " + norm + "}";
    Descriptor given = given(Keep.CHANNEL, 1, 2, 1);
    String maps = "down.weight: 1 0 0 1, up.weight: 1 1 0 10, ";
    try (Probe probe = loaded(excite, given, maps + weights)) {
      assertArrayEquals(floats(expected), logits(probe, given, 1, 3), 1e-5f);
    }
  }

  /** As in the originals: 1·(1·0 + 3) whatever z is, and 10 times that. */
  @Test
  void layerNormOfOneHiddenChannelLeavesItsBias() {
    Descriptor given = given(Keep.CHANNEL, 1, 2, 1);
    String weights = "down.weight: 1 2, norm.weight: 1, norm.bias: 3, up.weight: 1 10";
    try (Probe probe = loaded("{type: bottleneck, norm: layer}", given, weights)) {
      assertArrayEquals(floats("3 30"), logits(probe, given, 1, 3), 1e-5f);
      assertArrayEquals(floats("3 30"), logits(probe, given, -7, 5), 1e-5f);
    }
  }

  @Test
  void bottleneckMayStartAtZero() {
    Descriptor given = given(Keep.CHANNEL, 1, 4, 1);
    String excite = "{type: bottleneck, hidden: 2, bias: true, zero-init: true}";
    try (Probe probe = probe(excite, given)) {
      assertArrayEquals(new float[4], logits(probe, given, 1, 2, 3, 4));
    }
  }

  /** Each kept position by itself, as if it were alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: bottleneck, reduction: 2, bias: true}",
        "{type: fc, bias: true}",
        "{type: diagonal, bias: true}",
        "{type: grouped, groups: 2, bias: true}",
        "{type: conv1d, kernel: 3}",
        "{type: conv1d, kernel: 3, shared: false}",
        "conv1x1",
        "multi-scale",
        "{type: self-attention, heads: 2, dim: 3}",
        "local-global",
        "linear-context"
      })
  void positionsDoNotSeeEachOther(String excite) {
    float[] z = {1, 5, -2, 0, 3, 1, 2, 2, -1, 4, 0, 1}; // four channels of three positions
    Descriptor single = given(Keep.CHANNEL, 1, 4, 1);
    Descriptor three = given(Keep.CHANNEL_HEIGHT, 1, 4, 3);
    try (Probe alone = probe(excite, single).stirred(3);
        Probe together = probe(excite, three)) {
      together.weights().load(alone.weights().copy());
      float[] all = logits(together, three, z);
      for (int i = 0; i < 3; i++) {
        float[] own = logits(alone, single, z[i], z[3 + i], z[6 + i], z[9 + i]);
        assertArrayEquals(own, new float[] {all[i], all[3 + i], all[6 + i], all[9 + i]}, 1e-5f);
      }
    }
  }

  /** Along a kept height or width it does what it does along the channels. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: bottleneck, reduction: 2, bias: true}",
        "{type: fc, bias: true}",
        "{type: diagonal, bias: true}",
        "{type: grouped, groups: 2, bias: true}",
        "{type: conv1d, kernel: 3}",
        "multi-scale",
        "{type: self-attention, heads: 2, dim: 3}",
        "local-global",
        "linear-context"
      })
  void anyKeptAxisMayTakeTheChannelsPlace(String excite) {
    Descriptor channels = profile(Keep.CHANNEL, 4);
    try (Probe usual = probe(excite, channels).stirred(3)) {
      float[] expected = logits(usual, channels, 1, 5, -2, 3);
      for (Keep keep : new Keep[] {Keep.HEIGHT, Keep.WIDTH}) {
        Descriptor given = profile(keep, 4);
        try (Probe probe = probe(excite, given)) {
          probe.weights().load(usual.weights().copy());
          assertArrayEquals(expected, logits(probe, given, 1, 5, -2, 3), 1e-6f);
        }
      }
    }
  }

  /** Where the channels are not kept, a 1x1 convolution has one of them. */
  @Test
  void conv1x1KeepsToTheChannelAxis() {
    Descriptor given = profile(Keep.HEIGHT, 3);
    try (Probe probe = loaded("conv1x1", given, "weight: 2, bias: 1")) {
      assertArrayEquals(new float[] {3, 5, 7}, logits(probe, given, 1, 2, 3));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: grouped, groups: 3}              | channel | 4 | 3 does not divide 4
          {type: grouped, size: 3}                | channel | 4 | 3 does not divide 4
          {type: linear-context, groups: 3}       | channel | 4 | must divide 4
          {type: linear-context, groups: 4}       | channel | 4 | at least 2
          {type: conv1d, kernel: 11, circular: true} | channel | 4 | at most 9
          self-attention                          | channel | 1 | at least 2 channels
          fc                                      | spatial | 4 | keeps two
          self-attention                          | spatial | 4 | keeps two
          """)
  void whatMakesNoSenseIsRefused(String excite, String keep, int size, String reason) {
    Descriptor given = profile(Keep.valueOf(keep.toUpperCase(Locale.ROOT)), size);
    Excite read = Bind.inline(Excite.class, excite);
    Problem refusal =
        assertThrows(Problem.class, () -> read.block(new Parameters().scope(), given));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: conv1d, minimum: 2}                                      | minimum
          {type: conv1d, gamma: 0}                                        | gamma
          {type: multi-scale, kernels: []}                                | kernels
          {type: multi-scale, kernels: [3, 4]}                            | kernels
          {type: bottleneck, zero-init: true, out-norm: batch}            | zero-init
          {type: bottleneck, hidden: -1}                                  | hidden
          {type: local-global, heads: 0}                                  | heads
          """)
  void fieldsOutOfRangeAreRefused(String excite, String field) {
    Problem refusal =
        assertThrows(Problem.class, () -> Bind.read(Excite.class, Trees.yaml(excite)));
    assertEquals(field, refusal.path());
  }

  private static Probe loaded(String excite, Descriptor given, String weights) {
    Probe probe = probe(excite, given);
    Map<String, float[]> all = new LinkedHashMap<>();
    for (String entry : weights.split(",\\s*")) {
      all.put(entry.split(": ")[0].trim(), floats(entry.split(": ")[1]));
    }
    assertEquals(probe.weights().copy().keySet(), all.keySet());
    probe.weights().load(all);
    return probe;
  }

  private static float[] floats(String text) {
    double[] numbers =
        Arrays.stream(text.trim().split(" +")).mapToDouble(Double::valueOf).toArray();
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
