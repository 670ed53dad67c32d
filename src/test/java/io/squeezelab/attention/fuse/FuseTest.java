package io.squeezelab.attention.fuse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fusions of two maps of two channels and one position, on numbers that a pencil reaches. */
@Tag("engine")
class FuseTest {
  private static final Dims MAP = new Dims(2, 1, 1);

  /** Fuses x and 10·x. */
  private record Two(Join join) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return join.trace(in, sheet);
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) {
      return join.forward(pass, List.of(x, Ops.mul(x, pass.constant(10))));
    }
  }

  /** What becomes of (1, 2) and (10, 20); weights not named are 0. */
  private static float[] fused(String fuse, Map<String, float[]> weights) {
    Parameters parameters = new Parameters();
    Join join = Bind.inline(Fuse.class, fuse).block(parameters.scope(), MAP, 2);
    try (Probe probe = new Probe(parameters, new Two(join), 0)) {
      Map<String, float[]> all = probe.weights().copy();
      probe.weights().trained().parameters().forEach(p -> Arrays.fill(all.get(p.name()), 0));
      assertTrue(all.keySet().containsAll(weights.keySet()), all.keySet().toString());
      all.putAll(weights);
      probe.weights().load(all);
      return probe.evaluate(new Numbers(new float[] {1, 2}, 1, 2, 1, 1)).values();
    }
  }

  /** With all weights 0, a sigmoid gives 1/2, and a softmax over two maps too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sum                                                           | 11, 22
          select                                                        | 5.5, 11
          {type: select, gate: softmax, combine: max}                   | 5, 10
          {type: select, merge: concat, combine: concat}                | 0.5, 1, 5, 10
          {type: select, merge: max, combine: concat-reversed}          | 5, 10, 0.5, 1
          {type: select, excite: {joint: false, groups: 2, hidden: 2}}  | 5.5, 11
          each                                                          | 5.5, 11
          {type: each, attention: none, combine: max}                   | 10, 20
          {type: compete, gate: identity}                               | 0.5, 1, 5, 10
          {type: compete, combine: sum, across: identity}               | 5.5, 11
          blend                                                         | 5.5, 11
          {type: blend, factor: 2}                                      | 11, 22
          {type: blend, factor: 2, rounds: 3, reuse: [0]}               | 11, 22
          {type: blend, gate: relu}                                     | 10, 20
          """)
  void halves(String fuse, String expected) {
    double[] numbers = Arrays.stream(expected.split(", ")).mapToDouble(Double::valueOf).toArray();
    float[] actual = fused(fuse, Map.of());
    assertEquals(numbers.length, actual.length);
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(numbers[i], actual[i], 1e-6);
    }
  }

  /**
   * Sum (11, 22), hidden 11 - 10 = 1, logits 1, 2 for the first map and 3, 4 for the second; ReLU
   * leaves them: 1·1 + 3·10 = 31 and 2·2 + 4·20 = 84.
   */
  @Test
  void selectSplitsItsLogitsMapAfterMap() {
    String bias = "excite: {hidden: 1, bias: true}, gate: relu";
    Map<String, float[]> weights =
        Map.of(
            "excite.down.weight",
            new float[] {1, 0},
            "excite.down.bias",
            new float[] {-10},
            "excite.up.weight",
            new float[] {1, 2, 3, 4});
    assertArrayEquals(new float[] {31, 84}, fused("{type: select, " + bias + "}", weights));
  }

  /**
   * Two groups of one channel: sums 11 and 22 are the hidden units; the rows of up are group 1 for
   * both maps, then group 2 for both: logits 11·1, 22·3 for the first map, 11·2, 22·4 for the
   * second; ReLU leaves them.
   */
  @Test
  void groupsAreTurnedIntoMaps() {
    Map<String, float[]> weights =
        Map.of(
            "excite.down.weight", new float[] {1, 1},
            "excite.up.weight", new float[] {1, 2, 3, 4});
    float[] y = fused("{type: select, excite: {hidden: 2, groups: 2}, gate: relu}", weights);
    assertArrayEquals(new float[] {11 + 22 * 10, 66 * 2 + 88 * 20}, y);
  }

  /** Both statistics of one position are 11, 22: the hidden unit is 11 twice, the logits double. */
  @Test
  void statisticsMayGoThroughTheExcitationApart() {
    Map<String, float[]> weights =
        Map.of(
            "excite.down.weight", new float[] {1, 0},
            "excite.up.weight", new float[] {1, 2, 3, 4});
    String select = "{type: select, squeeze: avg-max, excite: {hidden: 1}, gate: relu}";
    assertArrayEquals(new float[] {22 + 66 * 10, 44 * 2 + 88 * 20}, fused(select, weights));
  }

  /** Separate last layers make the same of the same rows. */
  @Test
  void jointAndSeparateLayersAgree() {
    String excite = "{type: select, gate: softmax, excite: {hidden: 1, joint: %s}}";
    float[] down = {.1f, 0};
    float[] joint =
        fused(
            excite.formatted("true"),
            Map.of("excite.down.weight", down, "excite.up.weight", new float[] {1, 2, 3, 5}));
    float[] separate =
        fused(
            excite.formatted("false"),
            Map.of(
                "excite.down.weight", down,
                "excite.up.0.weight", new float[] {1, 2},
                "excite.up.1.weight", new float[] {3, 5}));
    assertArrayEquals(joint, separate);
    // e^1.1 : e^3.3 and e^2.2 : e^5.5
    double first = 1 / (1 + Math.exp(2.2));
    assertEquals(first * 1 + (1 - first) * 10, joint[0], 1e-5);
  }

  /**
   * 2-channel maps, k = 2, h = 4: 2·4 + 4·4 multiply-adds; each map of 2 is read for its weights.
   */
  @Test
  void selectCostsItsTwoLayers() {
    Parameters parameters = new Parameters();
    Fuse select = Bind.inline(Fuse.class, "{type: select, excite: {hidden: 4, bias: true}}");
    Sheet sheet = new Sheet();
    select.block(parameters.scope(), MAP, 2).trace(MAP, sheet);
    assertEquals(new Cost(24 + 8, 0, 24, 8, 2 + 4), sheet.total());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {fuse: {type: select, squeeze: {type: avg, keep: height}}} | must keep the channels
          {from: {type: splits, count: 1}, fuse: {type: select, gate: softmax}} | weight of one input is 1
          {from: {type: linear, count: 3}, fuse: blend} | blends two maps, is given 3
          {from: {type: given}, fuse: sum} | place it at skip
          {from: {type: splits, groups: 3}, fuse: sum} | must divide 2 channels in and 4 out, is 6
          {from: {type: linear, count: 3}, fuse: {type: compete}} | 2 channels do not fall in 3
          {from: {type: convs, of: []}} | at least one convolution
          {fuse: {type: blend, reuse: [1]}} | must be at least 0 and below 1
          {from: {type: convs, of: [{kernel: 4}]}} | must be odd
          {from: identity, fuse: blend} | of the same one twice
          {from: identity, fuse: {type: select, gate: softmax}} | nothing would change
          {from: identity, fuse: {type: compete, combine: sum}} | nothing would change
          {from: {type: splits, count: 1}, fuse: sum} | nothing is fused: one map
          {from: {type: convs, of: [{activation: relu}]}, fuse: {type: each, attention: none}} | nothing is fused: one map
          {from: {type: linear, count: 1}, fuse: {type: each, attention: {type: sequence, of: [none, none]}}} | nothing is fused: one map
          {from: {type: given, count: 1}} | must be at least 2
          """)
  void refusesWhatMakesNoSense(String fusion, String reason) {
    RuntimeException refusal =
        assertThrows(
            RuntimeException.class,
            () ->
                Bind.inline(Attention.class, "{type: fusion, " + fusion.substring(1))
                    .block(new Parameters().scope(), MAP));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertTrue(refusal.getCause() instanceof Problem, refusal.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {from: identity, fuse: {type: select, gate: softmax}} | fuse.gate
          {from: identity, fuse: {type: compete, combine: sum}} | fuse.across
          {from: {type: splits, count: 1}, fuse: {type: select, gate: softmax}} | fuse.gate
          {from: {type: splits, count: 1}, fuse: compete} | fuse.across
          {from: {type: convs}, fuse: {type: blend, of: [{}, {squeeze: {type: avg, keep: cross}}]}} | fuse.of[1].squeeze
          """)
  void namesTheFieldThatIsWrong(String fusion, String path) {
    Attention attention = Bind.inline(Attention.class, "{type: fusion, " + fusion.substring(1));
    Problem refusal =
        assertThrows(Problem.class, () -> attention.block(new Parameters().scope(), MAP));
    assertEquals(path, refusal.path());
  }
}
