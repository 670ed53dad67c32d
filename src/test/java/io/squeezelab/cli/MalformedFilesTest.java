package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no experiments, through the command: one message, with line and field; exit 2. */
class MalformedFilesTest {
  private static final Path TABLE = Path.of("src/test/resources/mistakes/files.txt");
  private static final String MARK = "=== ";
  private static final String TRIAL =
      """
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: se
        train: {epochs: 2, batch: 64, rate: {type: constant, base: 0.1}}
      """;

  @TempDir private Path temp;

  /** Message and text of each. */
  static Stream<Arguments> files() throws IOException {
    List<Arguments> files = new ArrayList<>();
    String table = Files.readString(TABLE);
    for (String one : ("\n" + table).split("\n" + MARK)) {
      String[] parts = one.split("\n", 2);
      String text = parts.length < 2 ? "" : parts[1].replaceAll("(?m)\n\n# [A-Z].*\\z", "\n");
      files.add(Arguments.of(parts[0], text.replace("TRIAL\n", TRIAL).replace("TRIAL", TRIAL)));
    }
    return files.subList(1, files.size()).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void eachIsAnsweredByOneMessage(String message, String text) throws IOException {
    check(message, Files.writeString(temp.resolve("e.yaml"), text));
  }

  private void check(String message, Path file) {
    Shown shown = Shown.of("plan", file.toString());
    String said = shown.err().replace(temp + "/", "").replace(temp + "", "FOLDER").strip();
    String[] parts = ("squeezelab: " + message).split("…", -1);
    boolean same = said.startsWith(parts[0]) && said.endsWith(parts[parts.length - 1]);
    assertTrue(parts.length == 1 ? said.equals(parts[0]) : same, said);
    assertEquals(1, said.lines().count(), said);
    assertEquals("", shown.out());
    assertEquals(2, shown.code());
  }

  /** What no text block can hold. */
  static Stream<Arguments> bytes() {
    String bom = "\uFEFF";
    return Stream.of(
        Arguments.of(
            "e.yaml is no text in UTF-8: it is in UTF-16", TRIAL.getBytes(StandardCharsets.UTF_16)),
        Arguments.of(
            "e.yaml:1: the character U+0000, which has no place in a text; is the file in UTF-16?",
            TRIAL.getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of(
            "e.yaml is no text in UTF-8",
            "question: d\u00e9j\u00e0 vu\n".getBytes(StandardCharsets.ISO_8859_1)),
        Arguments.of(
            "e.yaml:2: the character U+0007, which has no place in a text",
            utf8("name: a\nb: \u0007")),
        Arguments.of(
            "e.yaml:6: the character U+FEFF, which has no place in a text", utf8(TRIAL + bom)),
        Arguments.of("e.yaml:6: seed: unknown field 'seed'…", utf8(bom + TRIAL + "seed: 1\n")),
        Arguments.of("e.yaml:6: seed: unknown field 'seed'…", crlf(TRIAL + "seed: 1\n")),
        Arguments.of("e.yaml is larger than 1 MiB: no file to be read", utf8("#".repeat(2 << 20))),
        Arguments.of(
            "e.yaml:1: values are nested more than 100 deep here", utf8("[".repeat(100_000))),
        Arguments.of("e.yaml:2: b: *a is a YAML alias…", utf8(laughs())),
        Arguments.of(
            "e.yaml:1: name: has the character U+001B, which nobody sees",
            utf8("name: \"\\e[2J\"")),
        Arguments.of(
            "e.yaml:1: has the character U+001B, which nobody sees"
                .replace("1: has", "1: ?[2J: has"),
            utf8("\"\\e[2J\": 1")));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] crlf(String text) {
    return utf8(text.replace("\n", "\r\n"));
  }

  /** Written out it would have a thousand million values. */
  private static String laughs() {
    StringBuilder text = new StringBuilder("a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for (char c = 'b'; c <= 'i'; c++) {
      String before = "*" + (char) (c - 1);
      text.append("%s: &%s [%s]\n".formatted(c, c, String.join(", ", List.of(before, before))));
    }
    return text.toString().replaceFirst("(?m)^b: .*$", "b: *a");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bytes")
  void soAreFilesThatAreNoText(String message, byte[] content) throws IOException {
    check(message, Files.write(temp.resolve("e.yaml"), content));
  }

  @Test
  void thereAreManyAndEachNamesALine() throws IOException {
    List<String> messages = files().map(one -> (String) one.get()[0]).toList();
    assertTrue(messages.size() >= 60, "only " + messages.size());
    assertEquals(
        List.of(), messages.stream().filter(m -> !m.matches("e\\.yaml(:\\d+)?: .*")).toList());
  }
}
