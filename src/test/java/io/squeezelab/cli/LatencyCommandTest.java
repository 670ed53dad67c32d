package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.None;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.backbone.ResnetCifar;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
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
    if (few.at("/0/memory").asLong() > 0) { // only Linux tells
      long more = many.at("/0/memory").asLong() - few.at("/0/memory").asLong();
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
      })
  void mistakesAreNamed(String options, String message) {
    Shown shown = run(options.split(" "));
    assertEquals(2, shown.code());
    assertTrue(shown.err().contains(message), shown.err());
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
