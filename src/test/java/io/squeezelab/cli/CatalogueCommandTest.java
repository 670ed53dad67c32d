package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Families;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a reader of the catalogue finds in it. */
class CatalogueCommandTest {
  private static final JsonNode ALL = Trees.json(Shown.of("catalogue", "--json").out());

  private static JsonNode entry(String family, String name) {
    return StreamSupport.stream(ALL.spliterator(), false)
        .filter(e -> e.get("family").asText().equals(family) && e.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyNameOfEveryFamilyIsInIt() {
    List<String> names = new ArrayList<>();
    ALL.forEach(
        entry -> names.add(entry.get("family").asText() + " " + entry.get("name").asText()));
    for (Class<?> type : Families.ALL) {
      Family family = Family.of(type);
      family.names().forEach(name -> assertTrue(names.remove(family.name() + " " + name), name));
    }
    assertEquals(List.of(), names);
  }

  /** Of whatever is part of an attention; only compositions need to be told of what. */
  @Test
  void shapesAndCostAreShownWhereTheyMeanSomething() {
    List<String> without = new ArrayList<>();
    for (JsonNode entry : ALL) {
      boolean needs = false;
      for (JsonNode field : entry.path("fields")) {
        needs |= field.get("required").booleanValue();
      }
      if (!entry.has("example") && !needs) {
        without.add(entry.get("family").asText());
      }
    }
    without.removeAll(List.of("backbone", "data", "optimizer", "rate"));
    assertEquals(List.of(), without);
  }

  @Test
  void everyPresetOfAttentionNamesItsSource() {
    for (JsonNode entry : ALL) {
      if (entry.get("family").asText().equals("attention") && entry.get("preset").booleanValue()) {
        assertFalse(entry.get("from").asText().isBlank(), entry.get("name").asText());
        assertTrue(entry.get("link").asText().matches("|https://.+"), entry.get("name").asText());
      }
    }
  }

  /** SE of 64 channels: 2·64·4 weights; the map of 64·32·32 numbers is read twice. */
  @Test
  void numbersAreNumbers() {
    JsonNode example = entry("attention", "se").get("example");
    assertEquals(512, example.at("/cost/params").intValue());
    assertEquals(131_072, example.at("/cost/reads").intValue());
    assertEquals(Trees.json("[64,1,1]"), example.get("descriptor"));
    assertEquals("excite.up.weight", example.at("/parameters/1/name").asText());
    assertEquals(Trees.json("[64,4]"), example.at("/parameters/1/shape"));
  }

  @Test
  void fieldsHaveTypesAndDefaults() {
    JsonNode reduction = entry("excite", "bottleneck").at("/fields/0");
    assertEquals(
        "{\"name\":\"reduction\",\"type\":\"whole number\",\"required\":false,\"default\":16}",
        Trees.print(reduction));
    assertTrue(entry("attention", "sequence").at("/fields/0/required").booleanValue());
  }

  @Test
  void theTextFitsATerminal() {
    Shown shown = Shown.of("catalogue");
    assertEquals("", shown.err());
    assertTrue(shown.out().startsWith("ATTENTION\n"), shown.out().substring(0, 40));
    long wide = shown.out().lines().filter(line -> line.length() > 120).count();
    assertEquals(0, wide);
  }
}
