package io.squeezelab.backbone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameter;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fusions in place of a convolution or of the sum. */
class FusionPlacesTest {
  private static final Dims IMAGE = new Dims(3, 8, 8);

  private static Network network(String attention, String placement) {
    return new ResnetCifar(8, 16, Shortcut.A, false)
        .network(
            IMAGE,
            5,
            Bind.inline(Attention.class, attention),
            Bind.inline(Placement.class, placement));
  }

  private static List<String> names(Network network) {
    return network.parameters().trained().stream().map(Parameter::name).sorted().toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          se                                            | conv     | it only weighs a map
          multi-input-se                                | conv     | position conv takes convs or splits
          aff                                           | conv     | position conv takes convs or splits
          psa                                           | conv     | must divide 16 channels in and 4 out, is 8
          sk                                            | skip     | takes one map
          se                                            | skip     | takes one map
          {type: aff, from: {type: given, count: 3}}    | skip     | takes 3 maps
          aff                                           | standard | place it at skip
          {type: resnest, from: {type: splits, out: 8}} | post     | gives 8x8x8 where 16x8x8 must go on
          {type: fusion, from: given, fuse: {type: select, combine: concat}} | skip | gives 32x8x8
          """)
  void whatDoesNotFitIsRefusedWithTheReason(String attention, String position, String reason) {
    Problem refusal =
        assertThrows(Problem.class, () -> network(attention, "{position: " + position + "}"));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertTrue(refusal.path().startsWith("attention"), refusal.path());
  }

  /** An ablation's floor stands in every position. */
  @Test
  void noneLeavesTheConvolutionAndTheSum() {
    List<String> plain = names(network("none", "{}"));
    assertEquals(plain, names(network("none", "{position: conv}")));
    assertEquals(plain, names(network("none", "{position: skip}")));
  }

  /**
   * Stage 1 at 16 channels: two 3x3 of 16·16·9 with norms of 2·16, down 32·16 with a norm of 2·32,
   * two up of 16·32; instead of one 3x3.
   */
  @Test
  void selectiveKernelsTakeTheFirstConvolutionsPlace() {
    Network sk = network("sk", "{position: conv, stages: [1]}");
    Network plain = network("none", "{}");
    long added = 2 * (2304 + 32) + 512 + 64 + 2 * 512 - 2304;
    assertEquals(plain.cost().params() + added, sk.cost().params());
    List<String> names = names(sk);
    assertTrue(names.contains("layer1.0.attention.from.1.conv.weight"), names.toString());
    assertTrue(names.contains("layer1.0.conv2.weight") && !names.contains("layer1.0.conv1.weight"));
  }

  /**
   * Two convolutions with the width and stride of the one they replace: a second of 16, 32 and 64
   * channels from 16, 16 and 32, in the three units.
   */
  @Test
  void aReplacedConvolutionChangesTheShape() {
    String two = "{type: fusion, from: {type: convs, of: [{}, {}]}, fuse: sum}";
    long added = 9 * (16 * 16 + 16 * 32 + 32 * 64);
    Network plain = network("none", "{}");
    assertEquals(plain.cost().params() + added, network(two, "{position: conv}").cost().params());
  }

  /** The residual block adds its shortcut into what the attention gives. */
  @Tag("engine")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: fusion, from: ONE, fuse: {type: select, excite: {hidden: 2}}}",
        "{type: fusion, from: ONE, fuse: {type: select, excite: {hidden: 2}, combine: max}}",
        "{type: fusion, from: ONE, fuse: {type: compete, across: identity}}",
        "{type: fusion, from: ONE, fuse: {type: each, attention: eca}}",
        "{type: fusion, from: ONE, fuse: {type: each, attention: {type: split, of: [none]}}}",
        "{type: fusion, from: {type: splits, count: 1}, fuse: {type: each, combine: concat}}",
        "{type: fusion, from: {type: linear, count: 1}, fuse: {type: each, attention: eca}}",
        "{type: fusion, from: {type: convs, of: [{}, {}]}, fuse: sum}",
        "{type: fusion, from: {type: convs, of: [{}, {}]}, fuse: {type: each, attention: none,"
            + " combine: max}}",
        "{type: sequence, of: [eca, {type: fusion, from: ONE, fuse: each}]}",
        "{type: sequence, of: [none, none]}",
        "{type: parallel, merge: max, of: [none, none]}",
        "{type: parallel, merge: product, of: [none, {type: fusion, from: ONE, fuse: each}]}",
        "{type: split, groups: 2, shuffle: 2, of: [none, eca]}",
        "{type: split, of: [{type: fusion, from: ONE, fuse: each}]}"
      })
  void whatAModuleGivesMayBeAddedInto(String attention) {
    String one = attention.replace("ONE", "{type: convs, of: [{activation: relu}]}");
    for (String position : List.of("standard", "pre", "post", "identity")) {
      Network built = network(one, "{position: " + position + "}");
      try (Probe probe = new Probe(built.parameters(), built.layers(), 3)) {
        float[] gradient = probe.gradients(Numbers.normal(1, 1, 2, 3, 8, 8), 2, true).ofX();
        for (float number : gradient) {
          assertTrue(Float.isFinite(number), position);
        }
      }
    }
  }

  @Tag("engine")
  @Test
  void fusingBySumIsTheUsualSum() {
    Network fused = network("{type: fusion, from: given, fuse: sum}", "{position: skip}");
    Network plain = network("none", "{}");
    Numbers x = Numbers.normal(1, 1, 2, 3, 8, 8);
    try (Probe one = new Probe(fused.parameters(), fused.layers(), 3);
        Probe other = new Probe(plain.parameters(), plain.layers(), 3)) {
      assertArrayEquals(other.evaluate(x).values(), one.evaluate(x).values());
    }
  }
}
