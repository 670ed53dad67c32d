package io.squeezelab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules that are the map times, or plus, its own average: sums that a reader can follow. */
@Tag("engine")
class CompositionTest {
  private static final String TIMES = "{excite: identity, gate: identity}";
  private static final String PLUS = "{excite: identity, gate: identity, apply: add}";

  private static float[] attended(String attention, Dims map, float... x) {
    Parameters parameters = new Parameters();
    Attention module = Bind.inline(Attention.class, attention);
    Layer layer = module.block(parameters.scope(), map);
    try (Probe probe = new Probe(parameters, layer, 0)) {
      Numbers in = new Numbers(x, 1, map.channels(), map.height(), map.width());
      return probe.evaluate(in).values();
    }
  }

  private static Problem refusal(String attention, Dims map) {
    Attention module = Bind.inline(Attention.class, attention);
    return assertThrows(Problem.class, () -> module.block(new Parameters().scope(), map));
  }

  /** The average of 1 and 3 is 2: times it 2 6, plus it 3 5. */
  @ParameterizedTest
  @CsvSource({"sum, 5, 11", "mean, 2.5, 5.5", "max, 3, 6", "product, 6, 30"})
  void parallelMergesWhatItsModulesGive(String merge, float first, float second) {
    String text = "{type: parallel, merge: %s, of: [%s, %s]}".formatted(merge, TIMES, PLUS);
    float[] found = attended(text, new Dims(1, 1, 2), 1, 3);
    assertArrayEquals(new float[] {first, second}, found);
  }

  @Test
  void parallelTakesTheMapItself() {
    float[] found =
        attended("{type: parallel, of: [none, %s, none]}".formatted(PLUS), new Dims(1, 1, 2), 1, 3);
    assertArrayEquals(new float[] {5, 11}, found);
  }

  /** Channels [1 2; 3 4] and [5 5; 5 9]: means 2.5 and 6, means of the positions 3 3.5 4 6.5. */
  @Test
  void jointMergesLogitsThatBroadcast() {
    String text =
        "{type: joint, merge: %s, of: [{squeeze: avg, excite: identity}, {squeeze: {type: avg,"
            + " keep: spatial}, excite: identity}], gate: identity, apply: add}";
    float[] x = {1, 2, 3, 4, 5, 5, 5, 9};
    assertArrayEquals(
        new float[] {6.5f, 8, 9.5f, 13, 14, 14.5f, 15, 21.5f},
        attended(text.formatted("sum"), new Dims(2, 2, 2), x));
    assertArrayEquals(
        new float[] {8.5f, 10.75f, 13, 20.25f, 23, 26, 29, 48},
        attended(text.formatted("product"), new Dims(2, 2, 2), x));
  }

  @Test
  void profilesOfTheCrossAreNotMergedAsLogits() {
    Problem refused =
        refusal(
            "{type: joint, of: [{}, {squeeze: {type: avg, keep: cross}, excite: identity}]}",
            new Dims(16, 4, 4));
    assertEquals("of[1].squeeze", refused.path());
  }

  /** Groups 1 2 and 3 4; of each the first stays, the second is squared, being its own average. */
  @Test
  void splitSendsEachPartOfEachGroupThroughItsModule() {
    String text = "{type: split, groups: 2, of: [none, %s]}".formatted(TIMES);
    Dims map = new Dims(4, 1, 1);
    assertArrayEquals(new float[] {1, 4, 3, 16}, attended(text, map, 1, 2, 3, 4));
  }

  @Test
  void shuffledChannelsCrossTheGroups() {
    String text = "{type: split, groups: 2, shuffle: 2, of: [none, %s]}".formatted(TIMES);
    Dims map = new Dims(4, 1, 1);
    assertArrayEquals(new float[] {1, 3, 4, 16}, attended(text, map, 1, 2, 3, 4));
    String three = "{type: split, shuffle: 3, of: [none]}";
    assertArrayEquals(
        new float[] {1, 3, 5, 2, 4, 6}, attended(three, new Dims(6, 1, 1), 1, 2, 3, 4, 5, 6));
  }

  /** A fully connected layer of 4·4 weights, for 8 channels, in each of 2 groups. */
  @Test
  void groupsShareTheirParametersAndPayForEachRun() {
    Attention split = Bind.inline(Attention.class, "{type: split, groups: 2, of: [{excite: fc}]}");
    Cost cost = split.cost(new Dims(8, 3, 3));
    assertEquals(16, cost.params());
    assertEquals(32, cost.macs());
  }

  @Test
  void splitRefusesChannelsThatDoNotDivide() {
    Problem refused = refusal("{type: split, groups: 4, of: [none, none]}", new Dims(12, 1, 1));
    assertEquals("groups", refused.path());
    assertEquals("12 channels do not make 4 groups of 2 equal parts", refused.getMessage());
    assertEquals(
        "shuffle", refusal("{type: split, shuffle: 5, of: [none]}", new Dims(12, 1, 1)).path());
  }

  /** Both uses see the average of the input, 2: (1·2 + 2, 3·2 + 2); one after another see 2, 4. */
  @Test
  void usesOfOneSqueezeSeeTheInput() {
    String uses = "[%s, %s]".formatted(TIMES, PLUS);
    Dims map = new Dims(1, 1, 2);
    assertArrayEquals(
        new float[] {4, 8}, attended("{type: shared-squeeze, of: " + uses + "}", map, 1, 3));
    assertArrayEquals(
        new float[] {6, 10}, attended("{type: sequence, of: " + uses + "}", map, 1, 3));
  }

  @Test
  void aPartThatIsRefusedIsNamed() {
    String bad = "{squeeze: {type: avg, keep: spatial}}";
    assertEquals(
        "of[1].excite",
        refusal("{type: parallel, of: [se, %s]}".formatted(bad), new Dims(16, 2, 2)).path());
    assertEquals(
        "of[1].excite",
        refusal("{type: joint, of: [{}, %s]}".formatted(bad), new Dims(16, 2, 2)).path());
  }

  /** A fusion by itself may change the shape; inside another module the next would not fit. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: sequence, of: [WIDER, se]}                          | of[0] | 32x8x8
          {type: sequence, of: [se, WIDER]}                          | of[1] | 32x8x8
          {type: sequence, of: [{type: sequence, of: [SMALLER]}]}    | of[0].of[0] | 16x4x4
          {type: parallel, of: [none, SMALLER]}                      | of[1] | 16x4x4
          {type: parallel, of: [WIDER, WIDER]}                       | of[0] | 32x8x8
          {type: split, of: [SMALLER]}                               | of[0] | 16x4x4
          {type: fusion, from: identity, fuse: {type: each, attention: WIDER}} | fuse.attention | 32x8x8
          """)
  void aMemberThatChangesTheShapeIsRefused(String text, String path, String gives) {
    String convs = "{type: fusion, from: {type: convs, of: [{}, {}], %s}}";
    String whole =
        text.replace("WIDER", convs.formatted("out: 32"))
            .replace("SMALLER", convs.formatted("stride: 2"));
    Problem refused = refusal(whole, new Dims(16, 8, 8));
    assertEquals(path, refused.path());
    assertEquals("gives " + gives + " where 16x8x8 must go on", refused.getMessage());
  }

  @Test
  void aFusionByItselfMayChangeTheShape() {
    Attention fusion = Bind.inline(Attention.class, "{type: fusion, from: {type: convs, out: 32}}");
    Dims map = new Dims(16, 8, 8);
    Layer layer = fusion.block(new Parameters().scope(), map);
    assertEquals(map.channels(32), layer.trace(map, new Sheet()));
  }
}
