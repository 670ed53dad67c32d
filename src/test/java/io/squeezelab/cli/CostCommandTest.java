package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What networks cost, as people and programs see it. */
class CostCommandTest {
  private static final String SE = "{preset: se, reduction: 16, bias: false}";

  @TempDir private Path temp;

  private static String out(String... arguments) {
    Shown shown = Shown.of(arguments);
    assertEquals("", shown.err());
    assertEquals(0, shown.code());
    return shown.out();
  }

  private static JsonNode tree(String... arguments) {
    return Trees.json(out(arguments));
  }

  /** What the line that starts with this name says, with single spaces. */
  private static String line(String out, String name) {
    return out.lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.replaceAll(" +", " "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in\n" + out));
  }

  /** SE paper: 2 C²/16 more in each of 3, 4, 6, 3 blocks of 256, 512, 1024, 2048 channels. */
  @Test
  void attentionsShareIsTheDifferenceToTheNetworkWithout() {
    JsonNode cost = tree("cost", "--backbone", "resnet50", "--attention", SE, "--json");
    long more = 2 * (3 * 256L * 256 + 4 * 512L * 512 + 6 * 1024L * 1024 + 3 * 2048L * 2048) / 16;
    assertEquals(2_514_944, more);
    assertEquals(more, cost.at("/attention/params").longValue());
    assertEquals(25_557_032 + more, cost.at("/total/params").longValue());
    assertEquals(cost.get("params"), cost.at("/total/params"));
  }

  @Test
  void stagesAddUp() {
    JsonNode cost =
        tree("cost", "--backbone", "resnet50", "--attention", "cbam", "--json", "--layers");
    List<String> names = cost.get("stages").findValuesAsText("name");
    assertEquals(List.of("stem", "stage 1", "stage 2", "stage 3", "stage 4", "head"), names);
    for (String what : List.of("params", "buffers", "macs", "activations", "reads")) {
      long sum = 0;
      for (JsonNode stage : cost.get("stages")) {
        sum += stage.get(what).longValue();
      }
      long layers = 0;
      for (JsonNode layer : cost.get("layers")) {
        layers += layer.get("cost").get(what).longValue();
      }
      assertEquals(cost.at("/total/" + what).longValue(), sum, what);
      assertEquals(cost.at("/total/" + what).longValue(), layers, what);
    }
  }

  /** Stem 3·16·9 + 2·16; a block 2·(16·16·9 + 2·16); head 64·10 + 10. */
  @Test
  void aTableShowsStagesAndTheirShares() {
    String out = out("cost", "--backbone", "{type: resnet-cifar, depth: 8}");
    assertTrue(out.contains("one image of 3x32x32, 10 classes"), out);
    assertTrue(line(out, "stem").startsWith("stem 464 0.62 % 442,368 3.6 % 16,384 0"), out);
    assertTrue(line(out, "stage 1").startsWith("stage 1 4,672 6.2 % 4,718,592"), out);
    assertTrue(line(out, "head").startsWith("head 650 0.86 % 640 0.01 % 10 0"), out);
    assertTrue(line(out, "of it attention").startsWith("of it attention 0 0.0 % 0 0.0 %"), out);
    assertTrue(out.contains("Left out: biases, norms, activation functions, pooling"), out);
  }

  @Test
  void layersAreATreeWithSumsThatFitsTheTerminal() {
    String out = out("cost", "--backbone", "resnet50", "--attention", SE, "--layers");
    assertTrue(line(out, "stage 1: layer1").endsWith(" 240,384 667,967,488"), out);
    assertEquals("0 83,200 231,219,200", line(out, "  0").strip());
    assertEquals("attention 8,192 8,192", line(out, "    attention").strip());
    assertEquals("down linear 16x1x1 4,096 4,096", line(out, "        down").strip());
    assertEquals("maxpool max-pool 64x56x56 - -", line(out, "  maxpool").strip());
    assertEquals(List.of(), out.lines().filter(line -> line.length() > 100).toList());
  }

  /** Weights shared by a network: one convolution of 3 weights, over 16 channels at each place. */
  @Test
  void sharedLayersAreOneRow() {
    String out =
        out(
            "cost",
            "--backbone",
            "resnet20",
            "--attention",
            "{squeeze: avg, excite: {type: conv1d, kernel: 3}}",
            "--placement",
            "{share: network}",
            "--layers");
    assertEquals("excite 3 x conv1d 1x16x1 3 144", line(out, "    excite").strip());
  }

  @Test
  void severalNetworksStandSideBySide() {
    String[] asked = {
      "cost", "--backbone", "resnet20", "--attention", "none", "--attention", "se", "--json"
    };
    String out = out(List.of(asked).subList(0, 7).toArray(String[]::new));
    assertTrue(line(out, "resnet20 with se").contains(" 271,738 +2,016 +0.75 % "), out);
    assertEquals("271738", tree(asked).at("/networks/1/params").asText());
  }

  /** What is left out is the paper's; the title says the whole. */
  @Test
  void theImageOrTheClassesMayBeLeftOut() {
    String ten = out("cost", "--backbone", "resnet50", "--classes", "10");
    assertTrue(ten.startsWith("resnet50, one image of 3x224x224, 10 classes"), ten);
    assertTrue(line(ten, "network").startsWith("network 23,528,522 "), ten); // - 990·2049
    String small = out("cost", "--backbone", "resnet20", "--input", "1x28x28");
    assertTrue(small.startsWith("resnet20, one image of 1x28x28, 10 classes"), small);
  }

  @Test
  void networksOfDifferentTasksSayTheirOwn() {
    String out = out("cost", "--backbone", "resnet18", "--backbone", "resnet20");
    assertTrue(line(out, "").strip().startsWith("image classes parameters "), out);
    assertTrue(line(out, "resnet18").startsWith("resnet18 3x224x224 1000 11,689,512 "), out);
    assertTrue(line(out, "resnet20").startsWith("resnet20 3x32x32 10 269,722 "), out);
    String ten = out("cost", "--backbone", "resnet18", "--backbone", "resnet20", "--classes", "10");
    assertTrue(line(ten, "resnet20").startsWith("resnet20 3x32x32 269,722 "), ten);
  }

  /** The engine takes seconds to start; a count must not wait for it. */
  @Test
  void noEngineIsTouched() throws Exception {
    Path log = temp.resolve("classes");
    Shown shown =
        Shown.of(
            Shown.process(
                    List.of(),
                    List.of("-Xlog:class+load:file=" + log),
                    "cost",
                    "--backbone",
                    "resnet152",
                    "--attention",
                    "cbam",
                    "--layers")
                .start());
    assertEquals(0, shown.code(), shown.err());
    List<String> loaded = Files.readAllLines(log);
    assertTrue(loaded.stream().anyMatch(line -> line.contains(CostTree.class.getName())));
    List<String> engine =
        loaded.stream()
            .filter(line -> line.matches(".* ai\\.djl\\.(engine|pytorch|util)\\..*"))
            .toList();
    assertEquals(List.of(), engine);
  }
}
