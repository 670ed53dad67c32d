package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.analysis.Median;
import io.squeezelab.attention.None;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.backbone.ResnetCifar;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time and memory, measured. */
class LatencyCommandTest {
  private static final String[] SMALL = {
    "latency",
    "--backbone",
    "{type: resnet-cifar, depth: 8}",
    "--input",
    "3x32x32",
    "--classes",
    "10"
  };

  private static Shown run(String... more) {
    return Shown.of(
        Stream.concat(Arrays.stream(SMALL), Arrays.stream(more)).toArray(String[]::new));
  }

  /** What convolutions write must be kept for the way back: so much more for 24 more images. */
  @Tag("engine")
  @Test
  void aStepNeedsAtLeastItsActivations() {
    Shown shown =
        run("--attention", "se", "--batch", "8,32", "--rounds", "6", "--shared", "--json");
    assertEquals(0, shown.code(), shown.err());
    JsonNode tree = Trees.json(shown.out());
    JsonNode few = tree.at("/batches/0/networks");
    JsonNode many = tree.at("/batches/1/networks");
    assertEquals("none", few.at("/0/label").asText());
    assertEquals("se", few.at("/1/label").asText());
    Network network =
        Bind.inline(ResnetCifar.class, "{depth: 8}")
            .network(new Dims(3, 32, 32), 10, new None(), Placement.STANDARD);
    if (few.at("/0").has("memory")) { // only Linux tells
      assertEquals(3, few.at("/0/memory/runs").asInt());
      long more = many.at("/0/memory/median").asLong() - few.at("/0/memory/median").asLong();
      assertTrue(more > 24 * 4 * network.cost().activations(), "only " + more);
    }
    for (JsonNode row : few) {
      double median = row.at("/milliseconds/median").asDouble();
      assertTrue(row.at("/milliseconds/low").asDouble() <= median && median > 0);
    }
    assertEquals(1, few.at("/0/of-reference/median").asDouble());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rounds 0 | --rounds",
        "--batch 0 | --batch",
        "--attention ec | did you mean 'eca'?",
        "x.yaml | takes an experiment file or --backbone, not both",
      })
  void mistakesAreNamed(String options, String message) {
    Shown shown = run(options.split(" "));
    assertEquals(2, shown.code());
    assertTrue(shown.err().contains(message), shown.err());
  }

  /** One round has no interval: null, not a word that only Java reads as a number. */
  @Tag("engine")
  @Test
  void whatIsNotKnownOrNotAskedForIsNoNumber() {
    String[] words =
        "latency --backbone resnet20 --batch 1 --rounds 1 --no-memory --shared --json".split(" ");
    Shown shown = Shown.of(words);
    assertEquals(0, shown.code(), shown.err());
    assertFalse(shown.out().contains("NaN"), shown.out());
    JsonNode tree = Trees.json(shown.out());
    assertEquals("3x32x32", tree.get("input").asText()); // as in the paper
    JsonNode one = tree.at("/batches/0/networks/0");
    assertTrue(one.at("/milliseconds/low").isNull());
    assertTrue(one.at("/milliseconds/median").isNumber());
    assertFalse(one.has("memory"), shown.out());
  }

  @Test
  void memoryIsTheMedianOfSeveralProcessesWithTheirRange() {
    Need need = Need.of(List.of(119_000_000L, 0L, 112_000_000L, 113_000_000L));
    assertEquals(new Need(3, 113_000_000, 112_000_000, 119_000_000), need);
    assertEquals("113 MB", need.typical());
    assertEquals("112 - 119 MB", need.range());
    assertNull(Need.of(List.of(0L, 0L, 0L)));
    assertNull(Need.of(List.of()));
  }

  /** The page's example, figures and all. */
  @Test
  void thePageShowsWhatIsPrinted() throws Exception {
    Median one = new Median(20, 1, 1, 1);
    Need few = new Need(3, 30_000_000, 28_000_000, 39_000_000);
    Need more = new Need(3, 38_000_000, 32_000_000, 40_000_000);
    List<Measured.Row> rows =
        List.of(
            new Measured.Row("none", new Median(20, 12.1, 12, 12.3), one, few),
            new Measured.Row(
                "se", new Median(20, 12.6, 12.5, 12.9), new Median(20, 1.042, 1.036, 1.051), more));
    Measured measured = new Measured(1, rows, 0.004, 0);
    String shown = measured.table() + String.join("\n", measured.remarks()) + "\n\n";
    shown += Measured.how(new Dims(3, 32, 32), "cpu", 1, 20);
    shown = shown.replace("\r", "");
    assertTrue(Files.readString(Path.of("docs/latency.md")).contains(shown), shown);
    assertTrue(Measured.how(new Dims(3, 32, 32), "cpu", 2, 1).contains("2 threads, 1 round in"));
  }

  /** The reference of rounds 1 to 6: 1 in the first third, 1.5 in the last; the other twice it. */
  @Test
  void turnsAreComparedRoundByRound() {
    double[][] seconds = {{1, 1, 1.2, 1.2, 1.5, 1.5}, {2, 2, 2.4, 2.4, 3, 3}};
    Turns turns = new Turns(List.of("none", "se"), seconds);
    assertEquals(0.5, turns.drift(), 1e-12);
    assertEquals(2, turns.ofReference(1).low(), 1e-12);
    assertEquals(2, turns.ofReference(1).high(), 1e-12);
    assertEquals(1200, turns.milliseconds(0).median(), 1e-9);
  }
}
