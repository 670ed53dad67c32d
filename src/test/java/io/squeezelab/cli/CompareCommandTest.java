package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String FILE =
      """
      name: %s
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: se
        train: {epochs: 2, rate: {type: constant, base: 0.1}}
      axes: {attention.gate: [sigmoid, tanh]}
      seeds: 2
      """;

  @TempDir private Path temp;

  private String stored(String name, double tanh) throws IOException {
    return Stored.in(
            temp.resolve(name),
            FILE.formatted(name),
            planned -> planned.arm().contains("tanh") ? tanh : 0.5)
        .toString();
  }

  @Test
  void experimentsStandSideBySideAndInFiles() throws IOException {
    Path files = temp.resolve("files");
    String one = stored("one", 0.75);
    Shown shown = Shown.of("compare", one, stored("two", 0.25), "--output", files.toString());
    assertEquals(0, shown.code());
    String row = "| tanh | 75.00 ± 0.00 (2 of 2) | 25.00 ± 0.00 (2 of 2) |";
    assertTrue(shown.out().contains(row), shown.out());
    assertTrue(shown.out().contains("| one | two | 2 | −1.00 | 1.000 |"), shown.out());
    assertTrue(Files.readString(files.resolve("compare.md")).contains(row));
  }

  @Test
  void oneFolderIsTooFew() throws IOException {
    Shown shown = Shown.of("compare", stored("one", 0.75));
    assertEquals(2, shown.code());
    assertTrue(shown.err().contains("needs two results folders or more, has one"), shown.err());
  }
}
