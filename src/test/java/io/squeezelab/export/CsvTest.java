package io.squeezelab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void unknownIsEmpty() {
    assertCell("", null);
    assertCell("", Double.NaN);
  }

  @Test
  void numbersArePlainWithTenDigits() {
    assertCell("0.9153666667", 0.9153666666666668);
    assertCell("0.0000012", 1.2e-6);
    assertCell("101", 101.0);
    assertCell("0", -0.0);
  }

  @Test
  void textThatWouldBreakTheRowIsQuoted() {
    assertCell("\"a, \"\"b\"\"\"", "a, \"b\"");
    assertCell("\"two\nlines\"", "two\nlines");
    assertCell("plain text", "plain text");
  }

  private static void assertCell(String expected, Object value) {
    Csv<Integer> csv = new Csv<>(List.of(new Column<>("x", row -> value)));
    assertEquals("x\n" + expected + "\n", csv.write(List.of(1)));
  }
}
