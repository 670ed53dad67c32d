package io.squeezelab.attention.squeeze;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Squeezes by formula, by pencil. */
@Tag("engine")
class SqueezesTest {

  /** On a map of two channels, [3 -4; 0 12] and [1 -1; 2 -2]. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: l2, eps: 0}                       | 13, 3.1622777
          {type: l2, eps: 27}                      | 14, 6.0827625
          {type: l2, eps: 0, mean: true}           | 6.5, 1.5811388
          {type: l2, eps: 0, keep: channel-height} | 5, 12, 1.4142136, 2.8284271
          {type: l2, eps: 0, keep: channel-width}  | 3, 12.649111, 2.2360680, 2.2360680
          {type: l2, eps: 0, keep: spatial}        | 3.1622777, 4.1231056, 2, 12.165525
          {type: l2, eps: 0, keep: cross} | 5, 12, 3, 12.649111, 1.4142136, 2.8284271, 2.236068, 2.236068
          l1                                       | 19, 6
          {type: l1, mean: true}                   | 4.75, 1.5
          {type: l1, absolute: false}              | 11, 0
          {type: l1, absolute: false, mean: true}  | 2.75, 0
          {type: l1, keep: height}                 | 9, 16
          {type: l1, keep: spatial}                | 4, 5, 2, 14
          lse                                      | 12.000130, 2.3618490
          {type: lse, keep: channel-height}        | 3.0009115, 12.000006, 1.1269280, 2.0181499
          gem                                      | 7.5986955, 1.3103707
          {type: gem, p: 1}                        | 3.75, 0.75
          {type: gem, p: 2, keep: spatial}         | 2.2360680, 1e-6, 1.4142136, 8.4852814
          {type: gem, p: 2, learnable: false}      | 6.1846584, 1.1180340
          {type: gem, p: 1, eps: 2}                | 4.75, 2
          {type: std, unbiased: true, eps: 1e-12}  | 6.8007353, 1.8257419
          {type: std, unbiased: true, eps: 1e-12, keep: width} | 1.2909945, 7.2743843
          {type: style, eps: 1e-12}                | 2.75, 0, 5.8896095, 1.5811388
          {type: style, eps: 1e-12, unbiased: true} | 2.75, 0, 6.8007353, 1.8257419
          {type: style, eps: 1e-12, join: sum}     | 8.6396095, 1.5811388
          {type: style, keep: height, eps: 2}      | -0.25, 3, 2.9474565, 5.5677644
          avg-max                                  | 2.75, 0, 12, 2
          {type: avg-max, join: sum}               | 14.75, 2
          {type: avg-max, join: mean}              | 7.375, 1
          {type: avg-max, keep: spatial}           | 2, -2.5, 1, 5, 3, -1, 2, 12
          {type: avg-max, keep: width, join: sum}  | 4.5, 13.25
          several                                  | 2.75, 0, 12, 2
          {type: several, of: [max, l1, avg]}      | 12, 2, 19, 6, 2.75, 0
          {type: several, of: [max, l1, avg], join: sum}  | 33.75, 8
          {type: several, of: [max, l1, avg], join: mean} | 11.25, 2.6666667
          """)
  void statistics(String squeeze, String expected) {
    float[] numbers = {3, -4, 0, 12, 1, -1, 2, -2};
    assertArrayEquals(floats(expected), squeezed(squeeze, numbers, 2, 2, 2), 3e-6f);
  }

  private static float[] squeezed(String squeeze, float[] numbers, int c, int h, int w) {
    Parameters parameters = new Parameters();
    Layer layer = of(squeeze).block(parameters.scope(), new Dims(c, h, w));
    try (Probe probe = new Probe(parameters, layer, 0)) {
      return probe.evaluate(new Numbers(numbers, 1, c, h, w)).values();
    }
  }

  private static Squeeze of(String text) {
    return Bind.inline(Squeeze.class, text);
  }

  private static float[] floats(String text) {
    double[] numbers = Arrays.stream(text.split(", ")).mapToDouble(Double::valueOf).toArray();
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  /** 1 to 15 in three rows; windows of 3 around every second position, cut at the map's border. */
  @Test
  void anExtentCountsOnlyWhatIsInsideTheMap() {
    float[] numbers = new float[15];
    for (int i = 0; i < 15; i++) {
      numbers[i] = i + 1;
    }
    float[] means = squeezed("{type: extent, extent: 2}", numbers, 1, 3, 5);
    assertArrayEquals(new float[] {4, 5.5f, 7, 9, 10.5f, 12}, means, 1e-6f);
    float[] whole = squeezed("{type: extent, extent: 8}", numbers, 1, 3, 5);
    assertArrayEquals(new float[] {8}, whole, 1e-6f);
    assertArrayEquals(new float[] {8}, squeezed("extent", numbers, 1, 3, 5), 1e-6f);
  }

  @Test
  void anExtentOfThreeLeavesAThirdOfThePositions() {
    Dims seven = new Dims(4, 7, 6);
    assertEquals(new Dims(4, 3, 2), of("{type: extent, extent: 3}").descriptor(seven).shape());
    assertEquals(new Dims(4, 1, 1), of("extent").descriptor(seven).shape());
  }

  @Test
  void theSpreadOfOneNumberIsTheRootOfEps() {
    float[] one = squeezed("{type: std, unbiased: true, eps: 0.25}", new float[] {7, 8}, 2, 1, 1);
    assertArrayEquals(new float[] {.5f, .5f}, one);
  }

  @Test
  void theLogOfASumOfHugeExponentialsIsFinite() {
    float[] sum = squeezed("lse", new float[] {1e4f, 1e4f, -1e4f, -1e4f}, 2, 1, 2);
    assertArrayEquals(new float[] {1e4f + .69314718f, -1e4f + .69314718f}, sum, 1e-3f);
  }

  /** Without eps the root's own slope at 0 is infinite. */
  @Test
  void theNormOfZerosHasNoGradient() {
    Parameters parameters = new Parameters();
    Layer norm = of("{type: l2, eps: 0}").block(parameters.scope(), new Dims(2, 2, 2));
    try (Probe probe = new Probe(parameters, norm, 0)) {
      float[] slopes = probe.gradients(Numbers.full(0, 1, 2, 2, 2), 1, true).ofX();
      assertArrayEquals(new float[8], slopes, 0f);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: l2, keep: all}                                  | must leave an axis
          {type: avg-max, keep: all}                             | must leave an axis
          {type: l2, eps: -1}                                    | must be at least 0
          {type: gem, p: 0}                                      | must be above 0
          {type: several, of: [avg]}                             | at least two
          {type: several, of: [avg, {type: max, keep: height}]}  | keep the axes that the first keeps
          {type: several, of: [max, avg-max]}                    | join: logits
          {type: extent, extent: 1}                              | global, or from 2
          {type: avg-max, join: sums}                            | sum
          """)
  void refuses(String squeeze, String why) {
    BadInput refused = assertThrows(BadInput.class, () -> of(squeeze));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  @Test
  void onlyTheSameShapesAreAdded() {
    Squeeze unequal = of("{type: several, of: [avg, style], join: sum}");
    Problem refused = assertThrows(Problem.class, () -> unequal.descriptor(new Dims(2, 2, 2)));
    assertEquals("of[1]", refused.path());
    assertTrue(refused.getMessage().contains("4x1x1"), refused.getMessage());
  }
}
