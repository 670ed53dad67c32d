package io.squeezelab.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import org.junit.jupiter.api.Test;

/** Sizes that an int or a long cannot hold are refused, not computed. */
class LimitsTest {
  private static final Dims IMAGE = new Dims(3, 32, 32);

  private static Network network(int width, String attention) {
    return new ResnetCifar(8, width, Shortcut.A, false)
        .network(IMAGE, 10, Bind.inline(Attention.class, attention), Placement.STANDARD);
  }

  private static String refusal(int width, String attention) {
    return assertThrows(Problem.class, () -> network(width, attention)).getMessage();
  }

  @Test
  void aWeightHasFewerThanTwoToThe31Numbers() {
    assertEquals(
        "layer1.0.conv1.weight would have the shape 65536x65536x3x3; a parameter has at most"
            + " 2147483647 numbers",
        refusal(65_536, "none"));
  }

  /**
   * The weight that is named has 9·14,800² = 1.97e9 numbers itself, and as many stand before it.
   */
  @Test
  void allWeightsTogetherToo() {
    assertEquals(
        "more than 2147483647 parameters, with layer3.0.conv2.weight", refusal(3_700, "none"));
  }

  @Test
  void theLargestNetworksCostIsPositive() {
    Dims image = new Dims(3, 65_536, 65_536);
    Network deepest =
        new ResnetCifar(2_000, 16, Shortcut.A, false)
            .network(image, 1_000_000, new None(), Placement.STANDARD);
    // stem and 333 blocks of two convolutions in stage 1: 16 maps of 65,536² each
    long stage1 = (1 + 2 * 333) * 16L * 65_536 * 65_536;
    assertTrue(deepest.cost().activations() > stage1);
  }

  @Test
  void costsThatALongCannotHoldAreRefused() {
    Cost half = new Cost(0, 0, 1L << 62, 0, 0);
    String message = assertThrows(Problem.class, () -> half.plus(half)).getMessage();
    assertEquals("the network is too large: its cost exceeds 9223372036854775807", message);
  }

  @Test
  void aBottlenecksHiddenWidthDoesNotOverflow() {
    assertThrows(
        BadInput.class,
        () -> network(4, "{type: se, excite: {type: bottleneck, divisor: 2147483647}}"));
    network(4, "{type: se, excite: {type: bottleneck, divisor: 65536}}");
  }

  /** 4 channels in stage 1, of which a kernel of 9 reaches all, and zeros beyond them. */
  @Test
  void aKernelMayBeLongerThanTheChannelsReach() {
    network(4, "{type: eca, excite: {type: conv1d, kernel: 9}}");
    network(4, "{type: ceca, excite: {type: conv1d, kernel: 9, circular: true}}");
    assertEquals(
        "on 4x32x32: a kernel must be at most 9 on a ring of 4 (2 * length + 1), is 11",
        refusal(4, "{type: ceca, excite: {type: conv1d, kernel: 11, circular: true}}"));
  }

  @Test
  void groupsHaveAtLeastOneChannelAndTogetherNotTooMany() {
    assertEquals("leaves no channel of a width of 8", grouped(8, 2, 4));
    assertEquals("must be at most 16, is 32", grouped(65_536, 32, 4));
  }

  private static String grouped(int width, int groups, int groupWidth) {
    Block bottleneck = Block.BOTTLENECK;
    return assertThrows(
            Problem.class,
            () -> new ResnetCifar(29, width, bottleneck, groups, groupWidth, Shortcut.B, false))
        .getMessage();
  }
}
