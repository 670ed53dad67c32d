package io.squeezelab.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameter;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inception networks: counts that counted.json lacks, where attention goes, what is refused. */
class InceptionTest {
  private static final Dims IMAGE = new Dims(3, 224, 224);

  private static Network network(String backbone, Dims image, String attention, String placement) {
    return Bind.inline(Backbone.class, backbone)
        .network(
            image,
            1000,
            Bind.inline(Attention.class, attention),
            Bind.inline(Placement.class, placement));
  }

  private static Cost cost(String backbone, String attention) {
    return network(backbone, IMAGE, attention, "{}").cost();
  }

  private static String refusal(String backbone, Dims image, String placement) {
    return assertThrows(Problem.class, () -> network(backbone, image, "se", placement))
        .getMessage();
  }

  /**
   * torchvision's table of models: 6,624,904 parameters and 1.50 GFLOPs without auxiliary heads.
   */
  @Test
  void googlenetIsTorchvisions() {
    assertEquals(6_624_904, cost("googlenet", "none").params());
    assertEquals(1_498_376_192L, cost("googlenet", "none").macs());
  }

  /** 16 more weights for each pair of channels of nine 5x5 convolutions: 16 · 23,808. */
  @Test
  void thePapersThirdBranchIs5x5() {
    long published = cost("{type: googlenet, published: true}", "none").params();
    assertEquals(16 * 23_808, published - cost("googlenet", "none").params());
  }

  /** The PyTorch port has 11,295,240 parameters, of which 10,016 are biases before norms. */
  @Test
  void bnInceptionIsItsPortsWithBiases() {
    assertEquals(11_295_240, cost("{type: bn-inception, bias: true}", "none").params());
    assertEquals(11_295_240 - 10_016, cost("bn-inception", "none").params());
  }

  /** By pencil, Σ 2C·⌊C/16⌋ over the ten modules of the released SE-BN-Inception. */
  @Test
  void seBnInceptionHasAModuleAfterEachOfTen() {
    long pencil = 0;
    for (int channels : List.of(256, 320, 576, 576, 576, 608, 608, 1056, 1024, 1024)) {
      pencil += 2L * channels * (channels / 16);
    }
    long own = cost("bn-inception", "se").params() - cost("bn-inception", "none").params();
    assertEquals(pencil, own);
  }

  /** Half of each layer's channels: the stem's first convolution has 3·32·49 weights. */
  @Test
  void widthIsAShareOfEveryLayer() {
    Network half = network("{type: googlenet, width: 0.5}", IMAGE, "none", "{}");
    Parameter first = half.parameters().trained().get(0);
    assertEquals("conv1.conv.weight", first.name());
    assertEquals(3 * 32 * 49, first.size());
  }

  @Test
  void theLeastImageIsNamed() {
    Dims small = new Dims(3, 74, 299);
    assertEquals(
        "images of 3x74x299 do not pass: a map of 2 is too small for a kernel of 3; the smallest"
            + " larger square that does is 3x75x75; stem: small takes smaller ones",
        refusal("inception-v3", small, "{}"));
  }

  @Test
  void aModuleHasNoConvolutionOfItsOwn() {
    assertEquals(
        "conv3x3 is no place here, because an Inception module has no 3x3 convolution of its own"
            + " but several side by side, and no identity branch; allowed: standard, pre",
        refusal("googlenet", IMAGE, "{position: conv3x3}"));
    assertEquals(
        "conv is no place here, because an Inception module has no 3x3 convolution of its own but"
            + " several side by side; allowed: standard, pre, post, identity, skip",
        refusal("inception-resnet-v2", IMAGE, "{position: conv}"));
  }
}
