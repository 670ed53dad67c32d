package io.squeezelab.attention.excite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.Branch;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Excitations of planes, profiles, whole maps and several statistics, checked by pencil. */
@Tag("engine")
class PlanesTest {
  private static final String AVG_MAX = "{squeeze: {type: avg-max, join: concat, keep: %s}, ";

  private static float[] of(float... numbers) {
    return numbers;
  }

  private static void gives(
      String branch, Dims map, float[] x, Map<String, float[]> weights, double... expected) {
    Parameters parameters = new Parameters();
    Layer layer = Bind.inline(Branch.class, branch).block(parameters.scope(), map);
    Map<String, float[]> named = new HashMap<>();
    weights.forEach((name, numbers) -> named.put("excite." + name, numbers));
    try (Probe probe = new Probe(parameters, layer, 0)) {
      assertEquals(named.keySet(), probe.weights().copy().keySet());
      probe.weights().load(named);
      Numbers in = new Numbers(x, 1, map.channels(), map.height(), map.width());
      float[] found = probe.evaluate(in).values();
      double[] wide = IntStream.range(0, found.length).mapToDouble(i -> found[i]).toArray();
      assertArrayEquals(expected, wide, 1e-4);
    }
  }

  private static final float[] SIX = {1, 2, 3, 4, 5, 6};

  /** The kernel's middle counts once, the tap below ten times, the one to the right a hundred. */
  private static final Map<String, float[]> CORNER =
      Map.of("weight", of(0, 0, 0, 0, 1, 100, 0, 10, 0));

  @Test
  void conv2dSlidesOverRowsAndColumnsWithZerosAround() {
    String branch = "{squeeze: {type: avg, keep: spatial}, excite: {type: conv2d, kernel: 3}}";
    gives(branch, new Dims(1, 2, 3), SIX, CORNER, 241, 352, 63, 504, 605, 6);
  }

  /** Rows are channels, columns are W. */
  @Test
  void conv2dOnChannelsAndWidthHasRowsOfChannels() {
    String branch =
        "{squeeze: {type: avg, keep: channel-width}, excite: {type: conv2d, kernel: 3}}";
    gives(branch, new Dims(2, 1, 3), SIX, CORNER, 241, 352, 63, 504, 605, 6);
  }

  /** Rows are H, columns are channels: below is the next row, to the right the next channel. */
  @Test
  void conv2dOnChannelsAndHeightHasColumnsOfChannels() {
    String branch =
        "{squeeze: {type: avg, keep: channel-height}, excite: {type: conv2d, kernel: 3}}";
    gives(branch, new Dims(2, 3, 1), SIX, CORNER, 421, 532, 603, 54, 65, 6);
  }

  @Test
  void conv2dReadsStatisticsAsChannels() {
    Map<String, float[]> weights = Map.of("weight", of(1, 100), "bias", of(7));
    String excite = "excite: {type: conv2d, kernel: 1, bias: true}}";
    float[] x = {1, 2, 3, 6};
    gives(AVG_MAX.formatted("spatial") + excite, new Dims(2, 1, 2), x, weights, 309, 611);
    gives(AVG_MAX.formatted("channel-width") + excite, new Dims(1, 2, 2), x, weights, 309, 611);
    gives(
        AVG_MAX.formatted("channel-height") + excite, new Dims(1, 2, 2), x, weights, 208.5, 611.5);
  }

  @Test
  void conv2dReadsTheChannelsOfAWholeMap() {
    Map<String, float[]> weights = Map.of("weight", of(1, 100));
    String branch = "{squeeze: none, excite: {type: conv2d, kernel: 1}}";
    gives(branch, new Dims(2, 1, 2), of(1, 2, 3, 4), weights, 301, 402);
  }

  @Test
  void dilationSpreadsTheTaps() {
    Map<String, float[]> right = Map.of("weight", of(0, 0, 0, 0, 1, 100, 0, 0, 0));
    String branch =
        "{squeeze: {type: avg, keep: spatial}, excite: {type: conv2d, kernel: 3, dilation: 2}}";
    gives(branch, new Dims(1, 1, 5), of(1, 2, 3, 4, 5), right, 301, 402, 503, 4, 5);
  }

  /** Means 2 and 6, maxima 3 and 7; weights by channel, then statistic. */
  @Test
  void eachChannelWeighsItsOwnStatistics() {
    String branch = AVG_MAX.formatted("channel") + "excite: {type: style-integration, norm: none}}";
    Map<String, float[]> weights = Map.of("weight", of(1, 10, 2, 20));
    gives(branch, new Dims(2, 1, 2), of(1, 3, 5, 7), weights, 32, 152);
  }

  /** Of 3 and 4 the mean square is 12.5 and the mean 3.5. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: channel-norm, eps: 25}                     |  1 |  7 |  18
          {type: channel-norm, eps: 12.5, eps-in-mean: true} | 1 |  7 |  18
          {type: channel-norm, eps: 25}                     | -1 |  7 | -14
          {type: channel-norm, norm: l1, eps: 1}            |  1 | 8.5 | 22
          {type: channel-norm, norm: l1, eps: 0.5, eps-in-mean: true} | -1 | 8.5 | -18
          """)
  void channelsAreDividedByTheirCommonSize(String excite, float alpha, double one, double other) {
    Map<String, float[]> weights =
        Map.of("alpha", of(1, alpha), "gamma", of(10, 20), "beta", of(1, 2));
    String branch = "{excite: " + excite + "}";
    gives(branch, new Dims(2, 1, 1), of(3, 4), weights, one, other);
  }

  /** Of 1 to 5: what is two to the left, ten times itself, a hundred times two to the right. */
  @Test
  void dilatedChainsItsConvolutions() {
    String excite = "{type: dilated, dilation: 2, times: 1, norm: none, activation: linear}";
    Map<String, float[]> weights = new HashMap<>();
    weights.put("down.weight", of(1));
    weights.put("down.bias", of(0));
    weights.put("context.0.weight", of(0, 0, 0, 1, 10, 100, 0, 0, 0));
    weights.put("context.0.bias", of(0));
    weights.put("up.weight", of(2));
    weights.put("up.bias", of(1));
    String branch = "{squeeze: none, excite: " + excite + "}";
    gives(branch, new Dims(1, 1, 5), of(1, 2, 3, 4, 5), weights, 621, 841, 1063, 85, 107);
    weights.put("context.0.bias", of(-431));
    String relu = branch.replace("linear", "relu");
    gives(relu, new Dims(1, 1, 5), of(1, 2, 3, 4, 5), weights, 1, 1, 201, 1, 1);
  }

  @Test
  void dilatedNormsAfterEachConvolutionOrAtTheEnd() {
    assertEquals(
        Set.of("down.norm.weight", "context.0.norm.weight", "context.1.norm.weight"),
        norms("{type: dilated, norm-at: each}"));
    assertEquals(Set.of("norm.weight"), norms("{type: dilated, norm-at: end}"));
  }

  private static Set<String> norms(String excite) {
    Parameters parameters = new Parameters();
    Bind.inline(Branch.class, "{squeeze: none, excite: " + excite + "}")
        .block(parameters.scope(), new Dims(16, 4, 4));
    return parameters.trained().stream()
        .map(p -> p.name().substring("excite.".length()))
        .filter(name -> name.endsWith("norm.weight"))
        .collect(Collectors.toSet());
  }

  /** Row means 2 and 5, column means 2.5, 3.5 and 4.5. */
  @Test
  void coordinateSharesOneLayerAndEndsWithOneForEachProfile() {
    String excite = "{type: coordinate, hidden: 1, bias: false, norm: none, activation: linear}";
    Map<String, float[]> weights =
        Map.of("down.weight", of(1), "height.weight", of(2), "width.weight", of(4));
    String branch = "{squeeze: {type: avg, keep: cross}, excite: " + excite + "}";
    gives(branch, new Dims(1, 2, 3), SIX, weights, 4, 10, 10, 14, 18);
  }

  /** Rows become 2 + 10·5 and 5, columns -5, -7 and -9. */
  @Test
  void stripAddsARowsAndAColumnsProfile() {
    Map<String, float[]> weights =
        Map.of(
            "height.weight", of(0, 1, 10),
            "width.weight", of(0, -2, 0),
            "up.weight", of(3),
            "up.bias", of(1));
    String branch = "{squeeze: {type: avg, keep: cross}, excite: {type: strip, norm: none}}";
    gives(branch, new Dims(1, 2, 3), SIX, weights, 142, 136, 130, 1, 1, 1);
  }

  @Test
  void mscamAddsABottleneckOfTheMeanToOneOfEachPosition() {
    Map<String, float[]> weights =
        Map.of(
            "local.down.weight", of(1),
            "local.up.weight", of(1),
            "global.down.weight", of(1),
            "global.up.weight", of(10));
    String branch = "{squeeze: none, excite: {type: mscam, bias: false, norm: none}}";
    gives(branch, new Dims(1, 1, 2), of(2, 4), weights, 32, 34);
  }

  /** Of 1, 2, 3 and 6 the squared distances from 3 are 4, 1, 0 and 9. */
  @Test
  void simamDividesSquaredDistancesByTheirMean() {
    String branch = "{squeeze: none, excite: {type: simam, lambda: %s, unbiased: %s}}";
    float[] x = {1, 2, 3, 6};
    Dims map = new Dims(1, 2, 2);
    gives(branch.formatted(0.5, false), map, x, Map.of(), .75, .5625, .5, 1.0625);
    gives(branch.formatted(1 / 3.0, true), map, x, Map.of(), .7, .55, .5, .95);
  }

  /** Means 2 and 1; inner products 1·2 + 2·1 and 3·2 + 0·1; deviation 1, or √2 unbiased. */
  @Test
  void groupSimilarityComparesPositionsWithTheirGroupsMean() {
    String branch =
        "{squeeze: none, excite: {type: group-similarity, groups: %d, eps: %s, unbiased: %s}}";
    Dims map = new Dims(2, 1, 2);
    float[] x = {1, 3, 2, 0};
    Map<String, float[]> one = Map.of("weight", of(2), "bias", of(5));
    gives(branch.formatted(1, 1, false), map, x, one, 4, 6);
    gives(branch.formatted(1, 2 - Math.sqrt(2), true), map, x, one, 4, 6);
    Map<String, float[]> two = Map.of("weight", of(2, 3), "bias", of(0, 1));
    gives(branch.formatted(2, 2, false), map, x, two, -1, 1, 2, 0);
    gives(branch.formatted(64, 2, false), map, x, two, -1, 1, 2, 0);
  }

  /** Of 1 and 3 the mean is 2 and the variance 1. */
  @Test
  void spatialNormStandardisesEachChannel() {
    Map<String, float[]> weights =
        Map.of("norm.weight", of(2), "norm.bias", of(1), "weight", of(3), "bias", of(-1));
    String branch = "{squeeze: none, excite: {type: spatial-norm, eps: 3}}";
    gives(branch, new Dims(1, 1, 2), of(1, 3), weights, -1, 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {excite: conv2d} | slides over a plane
          {squeeze: {type: avg, keep: cross}, excite: conv2d} | slides over a plane
          {squeeze: {type: avg, keep: spatial}, excite: style-integration} | must keep them
          {squeeze: {type: avg, keep: spatial}, excite: channel-norm} | must keep them
          {squeeze: avg-max, excite: coordinate} | must keep cross
          {squeeze: {type: avg, keep: spatial}, excite: strip} | must keep cross
          {squeeze: {type: avg, keep: spatial}, excite: dilated} | whole maps
          {squeeze: avg, excite: mscam} | whole maps
          {squeeze: avg, excite: simam} | compares each channel's positions
          {squeeze: {type: extent, extent: 9}, excite: simam} | one of the whole map
          {squeeze: none, excite: {type: group-similarity, groups: 3}} | must divide 4 channels, is 3
          """)
  void refusesWhatMakesNoSense(String branch, String reason) {
    Problem refused =
        assertThrows(
            Problem.class,
            () ->
                Bind.inline(Branch.class, branch)
                    .block(new Parameters().scope(), new Dims(4, 5, 3)));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: conv2d, kernel: 4} | excite.kernel: must be an odd number from 1 to 999, is 4
          {type: conv2d, norm: layer} | excite.norm: must be none or batch
          {type: dilated, norm: layer, norm-at: end} | excite.norm: must be none or batch
          {type: simam, lambda: 0} | excite.lambda: must be above 0
          """)
  void refusesSuchSettings(String excite, String reason) {
    String branch = "{excite: " + excite + "}";
    BadInput refused = assertThrows(BadInput.class, () -> Bind.inline(Branch.class, branch));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }
}
