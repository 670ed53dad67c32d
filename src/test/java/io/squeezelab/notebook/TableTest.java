package io.squeezelab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Table TABLE =
      new Table(
          List.of("arm", "n"),
          List.of(List.of("a<b", "3"), List.of("none", "12")),
          List.of(1),
          List.of("n: seeds"));

  @Test
  void signsOfHtmlAreText() {
    assertTrue(TABLE.content().contains("<td align=\"left\">a&lt;b</td>"), TABLE.content());
  }

  @Test
  void aStrongRowIsBoldInEveryCell() {
    String row = "<tr><td align=\"left\"><b>none</b></td><td align=\"right\"><b>12</b></td></tr>";
    assertTrue(TABLE.content().contains(row), TABLE.content());
  }

  @Test
  void inTextColumnsStandBelowEachOther() {
    assertEquals("arm    n\na<b    3\nnone  12\nn: seeds", TABLE.text());
  }

  @Test
  void sentencesStandToTheLeft() {
    Table table = new Table(List.of("arm", "finding"), List.of(List.of("se", "too few")));
    assertTrue(table.content().contains("<td align=\"left\">too few</td>"), table.content());
  }

  @Test
  void aRowHasACellForEachHeading() {
    assertThrows(Problem.class, () -> new Table(List.of("a", "b"), List.of(List.of("1"))));
  }

  @Test
  void anythingMakesRows() {
    Table table = Table.of(List.of("n", "square"), List.of(2, 3), n -> List.of(n, n * n));
    assertEquals(List.of(List.of("2", "4"), List.of("3", "9")), table.rows());
  }
}
