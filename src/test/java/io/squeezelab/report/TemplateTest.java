package io.squeezelab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void valuesAreEscapedUnlessAskedNotTo() {
    assertEquals("[A] a", fill("{{x}} {{&x}}", Map.of("x", "a")));
  }

  @Test
  void sectionsRepeatAndSeeOuterValues() {
    String filled =
        fill("{{#rows}}{{&r}}{{&x}};{{/rows}}", Map.of("rows", rows("1", "2"), "x", "a"));
    assertEquals("1a;2a;", filled);
  }

  @Test
  void booleansKeepOrDrop() {
    String text = "{{#yes}}y{{/yes}}{{#no}}n{{/no}}{{^no}}not{{/no}}";
    assertEquals("ynot", fill(text, Map.of("yes", true, "no", false)));
  }

  @Test
  void emptyListsHaveAnAlternative() {
    assertEquals("none", fill("{{^rows}}none{{/rows}}", Map.of("rows", List.of())));
  }

  @Test
  void linesOfOnlyASectionTagLeaveNoLine() {
    assertEquals(
        "a\n1\n2\nb\n",
        fill("a\n{{#rows}}\n{{&r}}\n{{/rows}}\nb\n", Map.of("rows", rows("1", "2"))));
  }

  @Test
  void valuesAreNotTemplates() {
    assertEquals("{{y}} $1", fill("{{&x}}", Map.of("x", "{{y}} $1")));
  }

  @Test
  void unknownNamesAndOpenSectionsAreErrors() {
    assertThrows(IllegalStateException.class, () -> fill("{{x}}", Map.of()));
    assertThrows(IllegalStateException.class, () -> fill("{{#x}}", Map.of("x", true)));
    assertThrows(IllegalStateException.class, () -> fill("{{#x}}{{/y}}", Map.of("x", true)));
  }

  private static List<Map<String, Object>> rows(String... values) {
    return List.of(values).stream().map(v -> Map.<String, Object>of("r", v)).toList();
  }

  private static String fill(String text, Map<String, ?> values) {
    return new Template(text, v -> "[" + v.toUpperCase() + "]").fill(values);
  }
}
