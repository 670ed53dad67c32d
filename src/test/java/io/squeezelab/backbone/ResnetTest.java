package io.squeezelab.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameter;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fields of a ResNet change, and an attention of its own. */
class ResnetTest {
  private static final Dims LARGE = new Dims(3, 224, 224);

  private static Network network(String backbone, String attention, String placement) {
    return Bind.inline(Backbone.class, backbone)
        .network(
            LARGE,
            1000,
            Bind.inline(Attention.class, attention),
            Bind.inline(Placement.class, placement));
  }

  private static long params(String backbone) {
    return network(backbone, "none", "{}").cost().params();
  }

  private static List<String> names(Network network) {
    return network.parameters().trained().stream().map(Parameter::name).toList();
  }

  /** As torchvision's and timm's pages print them for networks that no other test counts. */
  @ParameterizedTest
  @CsvSource({
    "resnext101-32x8d, 88791336",
    "resnext101-64x4d, 83455272",
    "wide-resnet50-2, 68883240",
    "wide-resnet101-2, 126886696",
    "resnet200d, 64693064",
    "resnest50d, 27483240",
    "resnest200e, 70201544",
    "resnest269e, 110929480",
    "sknet50, 27479784"
  })
  void isAsLargeAsPublished(String backbone, long params) {
    assertEquals(params, params(backbone));
  }

  /** 3·32, 32·32 and 32·64 kernels of 9 and two norms of 32, in place of 3·64 kernels of 49. */
  @Test
  void aDeepStemIsThreeConvolutions() {
    long added = 9 * (3 * 32 + 32 * 32 + 32 * 64) + 2 * 2 * 32 - 49 * 3 * 64;
    assertEquals(params("resnet50") + added, params("{type: resnet50, deep-stem: 32}"));
  }

  /** Three of the four projections are where the map becomes smaller. */
  @Test
  void aProjectionOf3x3HasNineTimesTheWeightsWhereTheMapBecomesSmaller() {
    long added = 8 * (256L * 512 + 512 * 1024 + 1024 * 2048);
    assertEquals(params("resnet50") + added, params("{type: resnet50, projection: conv3x3}"));
    assertEquals(params("resnet50"), params("{type: resnet50, projection: pool}"));
  }

  /** One unit a stage: the first 1x1 gives half, and the 3x3 and its norm take half. */
  @Test
  void narrowingIsOfTheFirst1x1() {
    long removed = 0;
    int in = 64;
    for (int middle : List.of(64, 128, 256, 512)) {
      removed += in * middle / 2 + 2 * middle / 2 + 9 * middle * middle / 2;
      in = 4 * middle;
    }
    assertEquals(
        params("{type: resnet, depth: 14}") - removed,
        params("{type: resnet, depth: 14, narrowing: 2}"));
  }

  /** 112 pixels: windows from -1 to 110 with zeros around, from 0 to 111 and one beyond without. */
  @Test
  void bothPoolsHalveTheMap() {
    Dims odd = new Dims(3, 64, 52); // 32x26 and 16x13 behind the stem
    for (String ceil : List.of("true", "false")) {
      String backbone = "{type: resnet, depth: 14, stem: large, ceil-pool: " + ceil + "}";
      Network network =
          Bind.inline(Backbone.class, backbone).network(odd, 10, new None(), Placement.STANDARD);
      Dims pooled =
          network.sheet().lines().stream()
              .filter(line -> line.name().equals("maxpool"))
              .findFirst()
              .orElseThrow()
              .out();
      assertEquals(new Dims(64, 16, 13), pooled);
    }
  }

  /** Weights of one image size fit every other, also where the last maps are of one pixel. */
  @ParameterizedTest
  @ValueSource(strings = {"type: senet154", "type: resnest14d", "type: resnet50, caffe: true"})
  void parametersDoNotDependOnTheImage(String fields) {
    String backbone = "{" + fields + ", stem: large}";
    Network small =
        Bind.inline(Backbone.class, backbone)
            .network(new Dims(3, 8, 5), 1000, new None(), Placement.STANDARD);
    assertEquals(params(backbone), small.cost().params());
  }

  @Test
  void anAttentionOfItsOwnStaysWhereItIsWhateverThePlacement() {
    List<String> published = names(network("resnest14d", "none", "{}"));
    assertEquals(published, names(network("resnest14d", "none", "{position: pre, stages: [2]}")));
    assertTrue(published.contains("layer1.0.attention.from.conv.weight"), published.toString());
    assertFalse(published.contains("layer1.0.conv2.weight"));
    assertFalse(published.contains("layer1.0.bn2.weight"));
  }

  /** The 3x3 comes back with its norm, and the other attention sits where it belongs. */
  @Test
  void anotherAttentionTakesItsPlace() {
    String plain = "{type: resnest14d, own: none}";
    List<String> se = names(network("resnest14d", "se", "{}"));
    assertTrue(se.contains("layer1.0.bn2.weight"), se.toString());
    assertEquals(names(network(plain, "se", "{}")), se);
    assertEquals(
        names(network(plain, "none", "{}")),
        names(
            Bind.inline(Backbone.class, "resnest14d")
                .bare()
                .network(LARGE, 1000, new None(), Placement.STANDARD)));
  }

  /** Without bare-fusion the 3x3's norm stays behind a fusion. */
  @Test
  void theNormBehindAFusionGoesOnlyWhereThatIsSaid() {
    String conv = "{position: conv}";
    assertTrue(names(network("resnet50", "sk", conv)).contains("layer1.0.bn2.weight"));
    String bare = "{type: resnet50, bare-fusion: true}";
    assertFalse(names(network(bare, "sk", conv)).contains("layer1.0.bn2.weight"));
    assertTrue(names(network(bare, "none", conv)).contains("layer1.0.bn2.weight"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: resnet18, caffe: true}         | {} | backbone.caffe         | for bottlenecks",
        "{type: resnet18, groups: 2}           | {} | backbone.groups        | for bottlenecks",
        "{type: resnet18, pooled-stride: true} | {} | backbone.pooled-stride | for bottlenecks",
        "{type: resnet18, narrowing: 2}        | {} | backbone.narrowing     | for bottlenecks",
        "{type: resnet18}    | {caffe: true} | placement.caffe        | for bottlenecks",
        "resnest50d          | {caffe: true} | backbone.pooled-stride | no stride for caffe",
        "{type: resnet, narrowing: 3, groups: 32} | {} | backbone.narrowing | groups",
        "{type: resnet, group-width: 1, width: 8} | {} | backbone.group-width | 0 channels"
      })
  void whatNoUnitCanHaveIsRefused(String backbone, String placement, String path, String reason) {
    Problem refusal = assertThrows(Problem.class, () -> network(backbone, "none", placement));
    assertEquals(path, refusal.path());
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }
}
