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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of depthwise convolutions: published sizes, and where attention sits in them. */
class MobileTest {
  private static final Dims IMAGE = new Dims(3, 224, 224);

  private static Network network(String backbone, String attention, String placement) {
    return Bind.inline(Backbone.class, backbone)
        .network(
            IMAGE,
            1000,
            Bind.inline(Attention.class, attention),
            Bind.inline(Placement.class, placement));
  }

  /** Paths of the blocks that have attention, in order. */
  private static List<String> attending(String backbone, String attention, String placement) {
    Stream<String> names =
        network(backbone, attention, placement).parameters().trained().stream()
            .map(Parameter::name);
    return names
        .filter(name -> name.contains(".attention."))
        .map(name -> name.split("[.]attention[.]")[0].replace("blocks.", ""))
        .distinct()
        .toList();
  }

  private static String shape(Network network, String name) {
    return network.parameters().trained().stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(parameter -> parameter.shape().sizes().toString())
        .findFirst()
        .orElse("no " + name);
  }

  private static String refusal(String backbone, String attention, String placement) {
    return assertThrows(Problem.class, () -> network(backbone, attention, placement)).getMessage();
  }

  /** Sizes that torchvision, timm and imgclsmob print for their networks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mobilenetv3-small | 2542856",
        "mnasnet-a1 | 3887038",
        "{type: mobilenetv2, width: 1.4} | 6108776",
        "{type: mnasnet, search: b1, width: 1.3} | 6282256",
        "efficientnet-b1 | 7794184",
        "efficientnet-b2 | 9109994",
        "efficientnet-b3 | 12233232",
        "efficientnet-b4 | 19341616",
        "efficientnet-b5 | 30389784",
        "efficientnet-b6 | 43040704",
        "efficientnet-b7 | 66347960",
        "{type: shufflenetv1, groups: 1} | 1531936",
        "{type: shufflenetv1, groups: 2} | 1733848",
        "{type: shufflenetv1, groups: 3} | 1865728",
        "{type: shufflenetv1, groups: 4} | 1968344",
        "{type: shufflenetv1, groups: 8} | 2434768",
      })
  void hasThePublishedParameters(String backbone, long params) {
    assertEquals(params, network(backbone, "none", "{}").cost().params());
  }

  /** Other widths, counted on timm's networks of the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{preset: mobilenetv3-large, width: 0.75} | 3993528 | 154560624",
        "{preset: mobilenetv3-small, width: 0.75} | 2041872 | 43399344",
        "{preset: mobilenetv3-small, width: 0.5} | 1593224 | 24188688",
        "{preset: mobilenetv3-large, width: 1.25} | 7551976 | 355221920",
        "{preset: mnasnet-b1, width: 1.4} | 7115728 | 588799408",
        "{preset: mnasnet-a1, width: 1.4} | 6105992 | 586317952",
      })
  void otherWidthsHaveTheReleasedCost(String backbone, long params, long macs) {
    Cost cost = network(backbone, "none", "{}").cost();
    assertEquals(params, cost.params());
    assertEquals(macs, cost.macs());
  }

  /** ECA-Net, table 3: 3.34 and 3.40 million with SE of reduction 8, its million being 2^20. */
  @Test
  void mobilenetv2WithSeIsAsLargeAsInEcaNet() {
    String se = "{preset: se, reduction: 8}";
    long million = 1 << 20;
    assertEquals(334, network("mobilenetv2", "none", "{}").cost().params() * 100 / million);
    assertEquals(
        340, Math.round(network("mobilenetv2", se, "{}").cost().params() * 100.0 / million));
  }

  /** 1, 2, 3, 4, 3, 3, 1 blocks, of which the first of each stage changes the shape. */
  @Test
  void aBlockThatChangesTheShapeGoesWithoutWhereTheIdentityIsMeant() {
    List<String> all =
        List.of("1.1", "2.1", "2.2", "3.1", "3.2", "3.3", "4.1", "4.2", "5.1", "5.2");
    assertEquals(all, attending("mobilenetv2", "se", "{position: identity}"));
    assertEquals(17, attending("mobilenetv2", "se", "{position: post}").size());
  }

  @Test
  void whatNoBlockHasIsRefused() {
    String first = refusal("mobilenetv2", "se", "{position: identity, blocks: first}");
    assertEquals(
        "identity is no place here, because none of the chosen blocks has an identity branch;"
            + " allowed: standard, pre, post, conv3x3, conv",
        first);
    String v1 = refusal("mobilenetv1", "aff", "{position: skip}");
    assertEquals(
        "skip is no place here, because its blocks have no identity branch and no sum; allowed:"
            + " standard, pre, conv3x3, conv",
        v1);
    String shuffled = refusal("shufflenetv1", "aff", "{position: skip, blocks: first}");
    assertEquals(
        "skip is no place here, because the chosen units put two maps one behind the other and sum"
            + " nothing; allowed: standard, pre, post, identity, conv3x3, conv",
        shuffled);
  }

  /** Table 1 of the paper marks rows 4 to 6 and 11 to 15. */
  @Test
  void attentionSitsInTheRowsOfThePaper() {
    List<String> rows = List.of("2.0", "2.1", "2.2", "4.0", "4.1", "5.0", "5.1", "5.2");
    assertEquals(rows, attending("mobilenetv3-large", "none", "{}"));
    assertEquals(rows, attending("mobilenetv3-large", "eca", "{}"));
    assertEquals(15, attending("{type: mobilenetv3, every-block: true}", "eca", "{}").size());
    assertEquals(
        "no block of these has attention, because the published network has none there;"
            + " every-block: true of the backbone gives it to all",
        refusal("mobilenetv3-large", "eca", "{stages: [2]}"));
  }

  /** So that an arm without attention is the published network, whatever the others try. */
  @Test
  void aNetworksOwnAttentionDoesNotMove() {
    Network published = network("mobilenetv3-large", "none", "{}");
    Network elsewhere = network("mobilenetv3-large", "none", "{position: skip, stages: [1]}");
    assertEquals(published.sheet().lines(), elsewhere.sheet().lines());
    assertEquals(List.of(), attending("{type: efficientnet, own: none}", "none", "{}"));
  }

  /** Stage 2 takes 16 channels in and widens them to 96: a quarter of 16, not of 96. */
  @Test
  void aReductionCountsFromTheUnitsInputIfAsked() {
    String name = "blocks.1.0.attention.excite.down.weight";
    String of = "{preset: se, reduction: 4, base: %s}";
    assertEquals("[4, 96]", shape(network("efficientnet-b0", of.formatted("unit"), "{}"), name));
    assertEquals("[24, 96]", shape(network("efficientnet-b0", of.formatted("map"), "{}"), name));
    long alone =
        Bind.inline(Attention.class, of.formatted("unit")).cost(new Dims(96, 7, 7)).params();
    assertEquals(2 * 96 * 24, alone);
  }

  /** 224 pixels leave 7, by five halvings; the small stem leaves out the first, or two. */
  @ParameterizedTest
  @CsvSource({"mobilenetv1, 2", "mobilenetv2, 2", "mobilenetv3, 2", "shufflenetv1, 4"})
  void theSmallStemKeepsSmallImagesLarger(String backbone, int side) {
    Dims image = new Dims(3, 32, 32);
    Network network =
        Bind.inline(Backbone.class, backbone)
            .network(image, 10, Bind.inline(Attention.class, "none"), Placement.STANDARD);
    Dims last =
        network.sheet().lines().stream()
            .filter(line -> line.kind().equals("mean-pool"))
            .reduce((before, after) -> after)
            .orElseThrow()
            .in();
    assertEquals(side, last.height());
  }
}
