package io.squeezelab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.squeeze.Frequencies;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Print;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Squeezes that hold numbers, with numbers that a reader can check with a pencil. */
@Tag("engine")
class LearnedSqueezesTest {
  private static final Dims SQUARE = new Dims(2, 2, 2);

  /** Two channels, [1 2; 3 4] and [5 5; 5 9]. */
  private static final float[] MAP = {1, 2, 3, 4, 5, 5, 5, 9};

  private static final double LN3 = Math.log(3);

  private static float[] squeeze(String text, Dims map, float[] x, Map<String, float[]> weights) {
    Parameters parameters = new Parameters();
    Squeeze squeeze = Bind.inline(Squeeze.class, text);
    Layer layer = squeeze.block(parameters.scope(), map);
    try (Probe probe = new Probe(parameters, layer, 0)) {
      assertTrue(probe.weights().copy().keySet().containsAll(weights.keySet()), "names");
      probe.weights().load(weights);
      Numbers y = probe.evaluate(new Numbers(x, 1, map.channels(), map.height(), map.width()));
      Dims said = squeeze.descriptor(map).shape();
      long[] shape = {1, said.channels(), said.height(), said.width()};
      assertArrayEquals(shape, y.shape());
      return y.values();
    }
  }

  private static void gives(String text, Map<String, float[]> weights, double... expected) {
    near(squeeze(text, SQUARE, MAP, weights), expected);
  }

  private static void near(float[] found, double... expected) {
    assertArrayEquals(numbers(expected), found, 1e-5f);
  }

  private static float[] numbers(double... of) {
    float[] floats = new float[of.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) of[i];
    }
    return floats;
  }

  private static double[] sums(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static float[] floats(String text) {
    return numbers(sums(text));
  }

  @Test
  void noneIsTheMapItself() {
    gives("none", Map.of(), 1, 2, 3, 4, 5, 5, 5, 9);
  }

  /**
   * Scores 0 and ln 3: one position weighs a quarter, the other three; the bias changes nothing.
   */
  @Test
  void attentionPoolWeighsPositionsByASoftmax() {
    float[] x = numbers(0, LN3, 4, 8);
    Map<String, float[]> weights = Map.of("weight", numbers(1, 0), "bias", numbers(7));
    near(squeeze("attention-pool", new Dims(2, 1, 2), x, weights), 0.75 * LN3, 7);
    near(squeeze("attention-pool", new Dims(2, 2, 1), x, weights), 0.75 * LN3, 7);
  }

  @Test
  void profilesHaveASoftmaxForEachRowOrColumn() {
    float[] x = numbers(0, LN3, 0, 0, 4, 8, 2, 6);
    Map<String, float[]> weights = Map.of("weight", numbers(1, 0), "bias", numbers(0));
    near(
        squeeze("{type: attention-pool, keep: channel-height}", SQUARE, x, weights),
        0.75 * LN3,
        0,
        7,
        4);
    near(
        squeeze("{type: attention-pool, keep: channel-width}", SQUARE, x, weights),
        0,
        0.75 * LN3,
        3,
        7.5);
  }

  /** [1 0; 0 1] on the first channel, [0 1; 0 -1] on the second. */
  @Test
  void convSumsTheMapWithWeightsOfEachChannel() {
    float[] kernels = {1, 0, 0, 1, 0, 1, 0, -1};
    gives("conv", Map.of("weight", kernels), 5, -4);
    gives(
        "{type: conv, bias: true, activation: relu}",
        Map.of("weight", kernels, "bias", numbers(1, 2)),
        6,
        0);
  }

  /** A kernel for each channel where they are kept, one over all channels where they go. */
  @ParameterizedTest
  @CsvSource({
    "channel-height, 1 10 0 1, 21 43 5 9",
    "channel-width, 1 10 0 1, 31 42 5 9",
    "spatial, 1 10, 51 52 53 94",
    "height, 1 0 0 1, 6 12",
    "width, 1 0 0 1, 6 11"
  })
  void convKeepsOtherAxes(String keep, String weight, String expected) {
    gives("{type: conv, keep: " + keep + "}", Map.of("weight", floats(weight)), sums(expected));
  }

  @Test
  void aCrossIsAProfileOfRowsBeforeOneOfColumns() {
    Map<String, float[]> weights =
        Map.of("rows.weight", numbers(1, 10, 0, 1), "columns.weight", numbers(1, 10, 0, 1));
    gives("{type: conv, keep: cross}", weights, 21, 43, 31, 42, 5, 9, 5, 9);
    Map<String, float[]> linear =
        Map.of("rows.weight", numbers(1, 10), "columns.weight", numbers(1, 10));
    gives("{type: linear, keep: cross, numbers: 1}", linear, 21, 43, 31, 42, 55, 95, 55, 95);
  }

  /** Ones on a 4x4 map of ones, zeros around it: corners see 4, edges 6, the inside 9. */
  @Test
  void extentsHalveTheMapByDepthwiseConvolutions() {
    float[] ones = new float[16];
    Arrays.fill(ones, 1);
    float[] nine = Arrays.copyOf(ones, 9);
    Dims map = new Dims(1, 4, 4);
    near(squeeze("{type: conv, extent: 2}", map, ones, Map.of("0.weight", nine)), 4, 6, 6, 9);
    Map<String, float[]> two = Map.of("0.weight", nine, "1.weight", nine);
    near(squeeze("{type: conv, extent: 4}", map, ones, two), 25);
    float[] negative = numbers(-1, -1, -1, -1, -1, -1, -1, -1, -1);
    Map<String, float[]> shut = Map.of("0.weight", negative, "1.weight", nine);
    near(squeeze("{type: conv, extent: 4}", map, ones, shut), 0);
  }

  /** Of the one pixel that is left, 4·2, a third kernel sees its middle, 3, and padding. */
  @Test
  void extentsMayReachBeyondTheMap() {
    float[] two = {9, 9, 9, 9, 2, 9, 9, 9, 9};
    float[] three = {9, 9, 9, 9, 3, 9, 9, 9, 9};
    float[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    Map<String, float[]> weights = Map.of("0.weight", ones, "1.weight", two, "2.weight", three);
    Dims map = new Dims(1, 2, 2);
    near(squeeze("{type: conv, extent: 8}", map, new float[] {1, 1, 1, 1}, weights), 24);
  }

  /** All four summed, and the first less the last: statistic by statistic. */
  @Test
  void linearMapsPositionsToNumbers() {
    float[] weight = {1, 1, 1, 1, 1, 0, 0, -1};
    gives("{type: linear, numbers: 2}", Map.of("weight", weight), 10, 24, -3, -4);
    Map<String, float[]> biased = Map.of("weight", weight, "bias", numbers(100, 0));
    gives("{type: linear, numbers: 2, bias: true}", biased, 110, 124, -3, -4);
  }

  @ParameterizedTest
  @CsvSource({
    "channel-height, 1 10, 21 43 55 95",
    "channel-width, 1 10, 31 42 55 95",
    "spatial, 1 10, 51 52 53 94",
    "height, 1 0 0 10, 51 93",
    "width, 1 0 0 10, 51 92"
  })
  void linearMapsOtherAxes(String keep, String weight, String expected) {
    Map<String, float[]> weights = Map.of("weight", floats(weight));
    gives("{type: linear, numbers: 1, keep: " + keep + "}", weights, sums(expected));
  }

  /**
   * Scores (0, 0) and (ln 3, 0): the first centre holds 1/2 and 3/4 of the positions 0 and ln 3.
   */
  @Test
  void clusterGivesMassesAndResiduals() {
    Dims map = new Dims(1, 1, 2);
    float[] x = numbers(0, LN3);
    Map<String, float[]> weights = new HashMap<>();
    weights.put("assign.weight", numbers(1, 0));
    weights.put("assign.bias", numbers(0, 0));
    near(squeeze("{type: cluster, centres: 2, give: mass}", map, x, weights), 0.625, 0.375);
    weights.put("centres", numbers(0, 1));
    double far = (-0.5 + 0.25 * (LN3 - 1)) / 2;
    near(squeeze("{type: cluster, centres: 2}", map, x, weights), 0.375 * LN3, far);
  }

  /** The lowest wave is flat, 1/7 everywhere: 7 means. The next is √2/7·cos along the width. */
  @Test
  void dctProjectsOnWaves() {
    float[] x = new float[4 * 49];
    for (int i = 0; i < 49; i++) {
      x[i] = 3;
      x[49 + i] = 3;
      x[2 * 49 + i] = (float) Math.cos(Math.PI * (i % 7 + 0.5) / 7);
      x[3 * 49 + i] = (float) Math.cos(Math.PI * (i / 7 + 0.5) / 7);
    }
    Dims map = new Dims(4, 7, 7);
    near(
        squeeze("{type: dct, frequencies: top2}", map, x, Map.of()), 21, 21, 3.5 * Math.sqrt(2), 0);
  }

  @Test
  void dctAveragesMapsOfAnotherSize() {
    float[] x = Numbers.full(3, 1, 2, 14, 9).values();
    near(squeeze("{type: dct, frequencies: low2}", new Dims(2, 14, 9), x, Map.of()), 21, 0);
  }

  /** A map twice as large has waves twice as fast: the flat one sums to √(14·21) means. */
  @Test
  void dctMayHaveTheSizeOfTheMap() {
    float[] x = Numbers.full(1, 1, 1, 14, 21).values();
    String own = "{type: dct, frequencies: top1, height: 0, width: 0}";
    near(squeeze(own, new Dims(1, 14, 21), x, Map.of()), Math.sqrt(14 * 21));
  }

  @ParameterizedTest
  @ValueSource(strings = {"top32", "low32", "bot32"})
  void anOrderNamesEachFrequencyOnce(String text) {
    Frequencies all = Frequencies.parse(text);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 32; i++) {
      assertTrue(all.u(i) < 7 && all.v(i) < 7 && seen.add(7 * all.u(i) + all.v(i)), text);
    }
  }

  /** Variances 1.25 and 3, covariance 1.5; each row times [1 10]; the norms take off 1.5e-5. */
  @Test
  void covarianceMapsRowsOfTheMatrix() {
    Map<String, float[]> weights =
        Map.of(
            "reduce.weight", numbers(1, 0, 0, 1),
            "reduce.bias", numbers(0, 0),
            "rows.weight", numbers(1, 10, 1, 10),
            "rows.bias", numbers(0, 0.5));
    double less = Math.pow(1 + 1e-5, -1.5);
    gives(
        "{type: covariance, channels: 2, expansion: 1}", weights, 16.25 * less, 31.5 * less + 0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "channel, 2.5 6 1 5 2 5 3 5 4 9",
    "channel-height, 1.5 3.5 5 7 1 3 5 5 2 4 5 9",
    "channel-width, 2 3 5 7 1 2 5 5 3 4 5 9"
  })
  void pyramidJoinsMeansOverGrids(String keep, String expected) {
    gives("{type: pyramid, grids: [1, 2], keep: " + keep + "}", Map.of(), sums(expected));
  }

  /** On a map of 24x5x5. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: attention-pool, keep: spatial}      | channels stay and positions go
          {type: conv, keep: all}                    | must leave an axis to reduce
          {type: conv, extent: 3}                    | a power of two
          {type: conv, extent: 2, keep: height}      | keep must be channel
          {type: linear, keep: all}                  | must leave an axis to reduce
          {type: linear, numbers: 0}                 | must be at least 1
          {type: cluster, keep: height}              | must be channel
          {type: cluster, centres: 1}                | must be at least 2
          {type: dct, keep: spatial}                 | must be channel
          {type: dct, frequencies: top33}            | 1 to 32
          {type: dct, frequencies: top16}            | 16 frequencies do not divide 24 channels
          {type: dct, frequencies: top8, height: 5}  | must be 0 or from 7
          {type: dct, frequencies: top8, height: 0}  | the map's own, 5
          {type: covariance, keep: all}              | must be channel
          {type: covariance, stride: 5}              | leaves one position
          {type: pyramid, keep: spatial}             | channels have none
          {type: pyramid, grids: [1, 8]}             | 8 is finer than a map of 24x5x5
          {type: pyramid, grids: [2, 2]}             | must name each once
          """)
  void refusesWhatMakesNoSense(String text, String reason) {
    Exception refused =
        assertThrows(
            RuntimeException.class,
            () ->
                Bind.inline(Squeeze.class, text)
                    .block(new Parameters().scope(), new Dims(24, 5, 5)));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  /** Both leave 2x2 neighbourhoods of each channel, whatever their fields are called. */
  @Test
  void neighbourhoodsMeetWhereTheyAreTheSame() {
    String conv = "{type: conv, extent: 2}";
    Squeeze both =
        Bind.inline(
            Squeeze.class, "{type: several, of: [" + conv + ", {type: extent, extent: 2}]}");
    Descriptor found = both.descriptor(new Dims(3, 4, 4));
    assertEquals(new Descriptor(Keep.ALL, new Dims(3, 4, 4), new Dims(6, 2, 2), 2), found);
    both.block(new Parameters().scope(), new Dims(3, 4, 4));
    Squeeze one = Bind.inline(Squeeze.class, conv);
    assertEquals(one, Bind.read(Squeeze.class, Print.tree(one)));
  }

  /** A bottleneck takes in what there is, 21·C means or 8 masses, and gives C logits. */
  @Test
  void denserDescriptorsFitExcitationsOfAnyWidth() {
    Dims map = new Dims(16, 8, 8);
    assertEquals(
        21 * 16 * 4 + 4 * 16,
        Bind.inline(Attention.class, "{squeeze: pyramid, excite: {type: bottleneck, reduction: 4}}")
            .cost(map)
            .params());
    assertEquals(
        8 * 16 + 8 + 8 * 4 + 4 * 16,
        Bind.inline(
                Attention.class,
                "{squeeze: {type: cluster, give: mass}, excite: {type: bottleneck, reduction: 4}}")
            .cost(map)
            .params());
  }
}
