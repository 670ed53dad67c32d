package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user learns of a module before any number goes through it. */
class DescribeCommandTest {

  /** SE of 64 channels: 2·64·64/16 weights; every number of the map read twice. */
  @Test
  void namesShapesAndCost() {
    Shown shown = Shown.of("describe", "se", "--channels", "64", "--size", "4x2");
    assertEquals(0, shown.code());
    assertTrue(shown.out().startsWith("se: x (N, 64, 4, 2) -> y (N, 64, 4, 2)"), shown.out());
    assertTrue(shown.out().matches("(?s).*excite.up.weight +\\(64, 4\\) +trained +random.*"));
    assertTrue(
        shown.out().contains("512 parameters, 512 MACs, 68 activations, 1,024 reads."),
        shown.out());
    assertTrue(shown.out().contains("\n    reduction: 16\n"), shown.out());
  }

  static java.util.Set<String> presets() {
    return Family.of(Attention.class).presets().keySet();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetsJsonReadsBack(String preset) {
    Shown shown = Shown.of("describe", preset, "--channels", "128", "--json");
    assertEquals("", shown.err());
    JsonNode tree = Trees.json(shown.out());
    Attention module = Bind.read(Attention.class, tree.get("module"));
    assertEquals(Bind.inline(Attention.class, preset), module);
    assertEquals(module.inputs(), tree.get("inputs").size());
    long trained = 0;
    for (JsonNode one : tree.get("parameters")) {
      long size = 1;
      for (JsonNode side : one.get("shape")) {
        size *= side.longValue();
      }
      trained += one.get("trained").booleanValue() ? size : 0;
    }
    assertEquals(trained, tree.at("/cost/params").longValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "se --channels 0 | --channels: must be at least 1, is 0",
        "se --channels 8 --size 8 | --size must be height x width, such as 8x8; is '8'",
        "se --channels 8 --size 0x8 | --size height must be at least 1, is 0",
        "se --channels 9999999 | --channels must be at most 1048576, is 9999999",
        "see --channels 8 | ATTENTION: 'see': unknown attention 'see'; allowed: none,",
        "sa --channels 64 | ATTENTION 'sa' on 64x8x8: groups: 64",
        "{\"excite\":{\"type\":\"grouped\",\"groups\":3}} --channels 16 |"
            + " ATTENTION '{\"excite\":{\"type\":\"grouped\",\"groups\":3}}' on 16x8x8: excite",
        "se | Missing required option: '--channels=C'",
      })
  void whatIsWrongIsSaid(String line, String message) {
    Shown shown = Shown.of(("describe " + line).split(" "));
    assertTrue(shown.err().startsWith("squeezelab: " + message), shown.err());
    assertEquals(2, shown.code());
    assertEquals("", shown.out());
  }
}
