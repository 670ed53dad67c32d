package io.squeezelab.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that knows its lines, and refuses what cannot be meant. */
class DocumentTest {
  @TempDir private Path folder;

  private static final String TEXT =
      """
      # a comment
      name: x
      trial:
        attention:
          squeeze: avg
          of:
            - one
            - {two: 2,
               three: 3}
      axes:
        attention.squeeze: [avg,
                            max]
      """;

  @ParameterizedTest
  @CsvSource({
    "name, 2",
    "trial, 3",
    "trial.attention.squeeze, 5",
    "trial.attention.of, 6",
    "trial.attention.of[0], 7",
    "trial.attention.of[1], 8",
    "trial.attention.of[1].three, 9",
    "trial.attention.of[1].four, 8",
    "trial.missing.deeper, 3",
    "axes.attention.squeeze[0], 11",
    "axes.attention.squeeze[1], 12",
    "elsewhere, 2",
  })
  void everyFieldKnowsItsLine(String path, int line) {
    Document document = Document.parse("f.yaml", TEXT);
    String message = document.explain(new Problem(path, "is wrong")).getMessage();
    assertEquals("f.yaml:" + line + ": " + path + ": is wrong", message);
  }

  @Test
  void linesOfJsonAreKnownToo() {
    Document document = Document.parse("f.json", "{\n  \"a\": {\n    \"b\": [1,\n      2]}}\n");
    String message = document.explain(new Problem("a.b[1]", "is wrong")).getMessage();
    assertEquals("f.json:4: a.b[1]: is wrong", message);
  }

  private static String refused(String text) {
    return assertThrows(BadInput.class, () -> Document.parse("f.yaml", text)).getMessage();
  }

  @Test
  void aFieldThatStandsTwiceIsRefused() {
    assertEquals(
        "f.yaml:4: a.b: the field stands twice, here and in line 2; once is allowed",
        refused("a:\n  b: 1\n  c: 2\n  b: 3\n"));
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertTrue(refused("a: 1\n---\na: 2\n").contains("a second document starts here"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: [1, 2\nb: 3\n", "a: {b: 1\n", "a: 'x\n", "a:\n\tb: 1\n", "a: b: c\n"})
  void malformedYamlNamesItsLine(String text) {
    String message = refused(text);
    assertTrue(message.matches("f\\.yaml:[123]: not well-formed YAML: .+"), message);
  }

  /** An alias read as a text would silently mean something else than its author meant. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a: &x [1]\nb: *x\n", "a: &x {c: 1}\nb:\n  <<: *x\n", "a: [&x 1, \n*x]\n"})
  void aliasesAreRefused(String text) {
    String message = refused(text);
    assertTrue(
        message.matches("f\\.yaml:[23]: (b|b\\.<<|a\\[1\\]): \\*x is a YAML alias.*write .* out.*"),
        message);
  }

  @Test
  void anAnchorWithoutAliasHarmsNobody() {
    assertEquals(1, Document.parse("f", "a: &x 1\n").root().get("a").intValue());
  }

  @Test
  void aNumberTooLargeIsRefusedWhereItStands() {
    String message = refused("a: 1\nb: 99999999999999999999\n");
    assertTrue(message.startsWith("f.yaml:2: "), message);
    assertTrue(message.contains("99999999999999999999"), message);
  }

  @ParameterizedTest
  @CsvSource({"'1e-8', 1e-8", "5.0e-4, 5e-4", "1_000, 1000", ".5, 0.5", "-3, -3"})
  void numbersAsPeopleWriteThem(String text, double number) {
    assertEquals(number, Document.parse("f", "a: " + text).root().get("a").asDouble(), 0);
    assertTrue(Document.parse("f", "a: " + text).root().get("a").isNumber());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'1'", "\"true\"", "1x2x3", "2026-01-01", "12:30"})
  void textsStayTexts(String text) {
    assertTrue(Document.parse("f", "a: " + text).root().get("a").isTextual());
  }

  @Test
  void filesThatCannotBeReadSayWhy() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertEquals("no such file: " + missing, refused(missing));
    assertEquals(folder + " is a folder; a file is needed", refused(folder));
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "question: d\u00e9j\u00e0 vu\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(latin + " is no text in UTF-8", refused(latin));
  }

  private static String refused(Path file) {
    return assertThrows(BadInput.class, () -> Document.read(file)).getMessage();
  }
}
