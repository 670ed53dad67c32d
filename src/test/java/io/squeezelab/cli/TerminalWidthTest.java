package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second of the two numbers that {@code stty size} prints, or what is usual. */
class TerminalWidthTest {
  @ParameterizedTest
  @CsvSource({"'24 100\n', 100", "'0 0\n', 80", "'', 80", "'stty: no tty', 80"})
  void isTheNumberOfColumns(String size, int columns) {
    assertEquals(columns, TerminalWidth.columns(size));
  }
}
