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
  @ValueSource(strings = {"a: &x [1]\nb: *x\n", "a: [&x 1, \n*x]\n"})
  void aliasesAreRefused(String text) {
    String message = refused(text);
    assertTrue(
        message.matches("f\\.yaml:[23]: (b|a\\[1\\]): \\*x is a YAML alias.*write .* out.*"),
        message);
  }

  @Test
  void mergeKeysAreRefused() {
    String instead = "the field extends lays files on each other";
    assertEquals(
        "f.yaml:2: a.<<: YAML's merge key is not read; " + instead, refused("a:\n  <<: {b: 1}\n"));
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

  /** Read as a list of lists or of maps, block or flow, it would end in a StackOverflowError. */
  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void nestingIsBounded(String open) {
    assertEquals(
        "f.yaml:1: values are nested more than 100 deep here", refused(open.repeat(100_000)));
  }

  @Test
  void theNumberOfValuesIsBounded() {
    assertEquals(
        "f.yaml:1: more than 100000 values; no file needs so many",
        refused("[" + "1,".repeat(100_000) + "]"));
  }

  @Test
  void theSizeOfAFileIsBoundedUnlessItIsOurs() throws IOException {
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, "a: " + "b".repeat(1 << 20));
    assertEquals(large + " is larger than 1 MiB: no file to be read", refused(large));
    assertEquals(1 << 20, Document.readOwn(large).root().get("a").textValue().length());
  }

  /** With a path for every value it would take a thousand times the file's own size. */
  @Test
  void longNamesAboveManyValuesTakeNoMoreMemoryThanTheFile() {
    String deep = ("? " + "k".repeat(1000) + "\n: {").repeat(90) + "x: [" + "1,".repeat(50_000);
    assertTrue(refused(deep).contains("not well-formed"), "it is not closed");
    assertEquals(
        "f.yaml:1: " + "k".repeat(100) + "…: is a name of 1001 characters; it may have 1000",
        refused("? " + "k".repeat(1001) + "\n: 1"));
  }

  /** A parser that made objects of these would run what their constructors do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1:1/']]",
        "!!java.net.URL {a: b}",
        "!!binary aGk=",
        "!own x",
        "!!str 5",
        "!!int '8'"
      })
  void tagsAreRefused(String value) {
    String message = refused("a: 1\nb: " + value + "\n");
    assertTrue(message.matches("f\\.yaml:2: b: the YAML tag \\S+ is not read; write .*"), message);
  }

  /** YAML 1.1 and YAML 1.2 differ on them. */
  @ParameterizedTest
  @CsvSource({
    "yes, 'is a truth value to some readers of YAML and a text to others; write true'",
    "No, 'is a truth value to some readers of YAML and a text to others; write false'",
    "on, 'is a truth value to some readers of YAML and a text to others; write true'",
    "off, 'is a truth value to some readers of YAML and a text to others; write false'",
    "010, is not the same number to all readers of YAML; write it without the 0 in front",
    "-0_10, is not the same number to all readers of YAML; write it without the 0 in front",
    "0b11, is not the same number to all readers of YAML; write it without the 0 in front",
    "1:30.5, is a number to some readers of YAML alone; quote a text",
  })
  void whatHasTwoMeaningsIsRefused(String text, String why) {
    String message = refused("a: 1\nb: " + text + "\n");
    assertTrue(message.startsWith("f.yaml:2: b: ") && message.contains(text), message);
    assertTrue(message.contains(why), message);
    String quoted = Document.parse("f", "b: '" + text + "'").root().get("b").textValue();
    assertEquals(text, quoted);
  }

  @ParameterizedTest
  @CsvSource({
    "1e999, 1e999 is too large for a number",
    "-1e999, -1e999 is too large for a number",
    "1.5e-400, 1.5e-400 is too small for a number; write 0",
    "9223372036854775808, 9223372036854775808 is too large for a whole number",
  })
  void numbersThatCannotBeKeptAreRefused(String text, String message) {
    assertEquals("f.yaml:1: a: " + message, refused("a: " + text));
  }

  @ParameterizedTest
  @CsvSource({"-0, 0", "0x10, 16", "-9223372036854775808, -9223372036854775808", "+5, 5"})
  void wholeNumbersAreWhole(String text, long number) {
    assertEquals(number, Document.parse("f", "a: " + text).root().get("a").longValue());
  }

  @ParameterizedTest
  @CsvSource({".inf, Infinity", "-.INF, -Infinity", ".NaN, NaN"})
  void numbersThatAreNotFiniteHaveJsonsNames(String text, String name) {
    assertEquals(name, Document.parse("f", "a: " + text).root().get("a").textValue());
  }

  @Test
  void aByteOrderMarkAtTheStartIsNoPartOfTheText() throws IOException {
    Path file = Files.writeString(folder.resolve("bom.yaml"), "\uFEFFa: 1\n");
    assertEquals(1, Document.read(file).root().get("a").intValue());
    String inside = "U+FEFF, which has no place in a text";
    assertEquals("f.yaml:2: the character " + inside, refused("a: 1\n\uFEFFb: 2\n"));
  }

  @Test
  void charactersThatNobodySeesAreRefused() throws IOException {
    assertEquals(
        "f.yaml:2: the character U+0007, which has no place in a text", refused("a: 1\nb: \u0007"));
    Path wide = folder.resolve("wide.yaml");
    Files.write(wide, "a: 1\n".getBytes(StandardCharsets.UTF_16));
    assertEquals(wide + " is no text in UTF-8: it is in UTF-16", refused(wide));
    Files.write(wide, "a: 1\n".getBytes(StandardCharsets.UTF_16LE));
    String nul = "U+0000, which has no place in a text; is the file in UTF-16?";
    assertEquals(wide + ":1: the character " + nul, refused(wide));
  }

  /** A terminal would do what they say. */
  @Test
  void escapesDoNotBringThemIn() {
    String escape = "has the character U+001B, which nobody sees";
    assertEquals("f.yaml:1: a: " + escape, refused("a: \"\\x1b[2J\""));
    assertEquals("f.yaml:1: ?[2J: " + escape, refused("\"\\x1b[2J\": 1"));
    assertEquals(
        "f.yaml:1: a?b: has the character U+000A, which nobody sees", refused("\"a\\nb\": 1"));
    assertEquals("a\nb", Document.parse("f", "a: \"a\\nb\"").root().get("a").textValue());
  }

  @Test
  void malformedYamlSaysWhatIsWrongWhere() {
    assertEquals(
        "f.yaml:2: not well-formed YAML: expected ',' or ']', but got :; while parsing a flow"
            + " sequence of line 1",
        refused("a: [1, 2\nb: 3\n"));
    String tab = refused("a:\n\tb: 1\n");
    assertTrue(tab.startsWith("f.yaml:2: not well-formed YAML: found character '\\t(TAB)'"), tab);
    assertEquals(
        "f.yaml:1: not well-formed YAML: a field's name must be a plain text", refused("[a]: 1"));
  }

  /** {@code a.b} may be a field {@code b} in {@code a}, or one whose name has a dot. */
  @Test
  void aPathIsTakenApartAsTheFileHasIt() {
    Document document = Document.parse("f", "a:\n  b: 1\na.b:\n  c: 2\n");
    String message = document.explain(new Problem("a.b.c", "is wrong")).getMessage();
    assertEquals("f:4: a.b.c: is wrong", message);
  }

  /** What is printed as a text reads back as a text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes", "010", "0b11", "1e3", ".inf", "1_000", "0x10", "1.5", "+1", "null", "1:30.5", ""
      })
  void printedTextsStayTexts(String text) {
    String yaml = Trees.printYaml(Trees.object().put("a", text));
    assertEquals(text, Trees.yaml(yaml).get("a").textValue());
  }
}
