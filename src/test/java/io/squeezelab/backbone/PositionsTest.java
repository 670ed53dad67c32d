package io.squeezelab.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a position is in units of each kind, told by the channels that attention gets there. */
class PositionsTest {
  private static final Dims IMAGE = new Dims(3, 32, 32);

  private static Cost cost(String backbone, String attention, String placement) {
    return Bind.inline(Backbone.class, backbone)
        .network(
            IMAGE,
            10,
            Bind.inline(Attention.class, attention),
            Bind.inline(Placement.class, placement))
        .cost();
  }

  /**
   * In the first unit of the second stage. A diagonal excitation has one parameter for each
   * channel.
   */
  @ParameterizedTest
  @CsvSource({
    "preresnet20, pre, 16",
    "preresnet20, conv3x3, 32",
    "preresnet20, standard, 32",
    "preresnet20, identity, 32",
    "preresnet20, post, 32",
    "preresnet164, pre, 64",
    "preresnet164, conv3x3, 32",
    "preresnet164, post, 128",
    "wrn-16-8, pre, 128",
    "wrn-16-8, standard, 256",
    "resnet164, pre, 64",
    "resnet164, conv3x3, 32",
    "resnet164, identity, 128",
    "resnext29-8x64d, conv3x3, 1024",
    "vgg16-bn, pre, 64",
    "vgg16-bn, standard, 128",
    // 64 channels from the first convolution, 32 from each of six layers, halved
    "densenet121, pre, 128",
    "densenet121, identity, 128",
    "densenet121, standard, 32",
    "densenet121, post, 160",
    "ese-vovnet19b-dw, pre, 256",
    "ese-vovnet19b-dw, standard, 512"
  })
  void attentionSeesTheMapOfItsPosition(String backbone, String position, long channels) {
    String placement = "{position: %s, stages: [2], blocks: first}".formatted(position);
    String bare = backbone.contains("vovnet") ? "{preset: %s, own: none}" : "%s";
    long without = cost(bare.formatted(backbone), "none", "{}").params();
    assertEquals(channels, cost(backbone, "se-var2", placement).params() - without);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vgg16-bn | {position: post} | post is no place here, because a VGG's unit is one convolution",
        "vgg16-bn | {position: conv3x3} | what comes after its activation is standard",
        "densenet121 | {position: skip} | because a dense layer puts its channels behind its input",
        "ese-vovnet39b | {position: conv3x3} | because a module has several 3x3 convolutions in a row",
        "ese-vovnet19b-dw | {position: identity} | because a module has several 3x3",
        "resnet20 | {caffe: true} | is for bottlenecks",
        "wrn-16-8 | {caffe: true} | is for bottlenecks"
      })
  void whatMakesNoSenseIsRefusedWithTheReason(String backbone, String placement, String reason) {
    String said = assertThrows(Problem.class, () -> cost(backbone, "se", placement)).getMessage();
    assertTrue(said.contains(reason), said);
  }

  /** A quarter of the pixels from the second stage's first convolution on, in its 1x1 too. */
  @ParameterizedTest
  @CsvSource({"resnet164", "preresnet164"})
  void caffeTakesTheStrideBefore(String backbone) {
    long late = cost(backbone, "none", "{}").macs();
    long early = cost(backbone, "none", "{caffe: true}").macs();
    // 1x1 convolutions of the first units of stages 2 and 3: 64·32 at 32² or 16², 128·64 at 16² or
    // 8²
    assertEquals(64 * 32 * (1024 - 256) + 128 * 64 * (256 - 64), late - early);
  }

  /** 28 → 14 → 7 → 3 → 1, where the fifth pool has nothing left to halve. */
  @ParameterizedTest
  @CsvSource({"vgg11-bn", "vgg19"})
  void aVggTakesImagesOf28Pixels(String backbone) {
    Network network =
        Bind.inline(Backbone.class, backbone)
            .network(new Dims(1, 28, 28), 10, new None(), Placement.STANDARD);
    long pools =
        network.sheet().lines().stream().filter(line -> line.kind().equals("max-pool")).count();
    assertEquals(4, pools);
  }
}
