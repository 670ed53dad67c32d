package io.squeezelab.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of the terminal, and what goes where there is none. */
class TerminalTest {
  @ParameterizedTest
  @CsvSource({"'24 100\n', 100, 24", "'0 0\n', 80, 24", "'', 80, 24", "'stty: no tty', 80, 24"})
  void itsSizeIsWhatTheSystemSaysOrWhatIsUsual(String size, int columns, int rows) {
    assertEquals(new TerminalSize(columns, rows), TerminalSize.parse(size));
  }

  /** The name of a process may hold spaces and brackets. */
  @ParameterizedTest
  @CsvSource({
    "'41 (java) S 40 41 39 34816 41 0', true",
    "'41 (ja) 1 (va) S 40 41 39 34816 39 0', false",
    "'41 (java) S 40 41 39 0 -1 0', false",
    "'41 (java) S 40', true"
  })
  void itIsOursWhereOurGroupIsInFront(String stat, boolean ours) {
    assertEquals(ours, Foreground.ours(stat));
  }

  @Test
  void linesSayHowTheSweepStandsAfterAMinuteOfSilence() {
    long[] seconds = {0};
    StringWriter text = new StringWriter();
    Plain plain = new Plain(new PrintWriter(text), () -> seconds[0] * 1_000_000_000L);
    seconds[0] = 59;
    plain.show(Shots.busy("eca"));
    assertEquals("", text.toString());
    seconds[0] = 60;
    plain.show(Shots.busy("eca"));
    plain.show(Shots.busy("eca"));
    assertEquals(
        "quickstart: running for 12 min, about 8 min left; 12 of 20 trials done, 1 running,"
            + " 7 waiting; not completed: 1 failed, 1 diverged, 1 stopped by the search;"
            + " best so far: eca, 91.25 % validation top-1 (mean of 3 of 5 seeds); 1,234 images/s",
        text.toString().strip());
    seconds[0] = 100;
    plain.say("[1/2] first");
    seconds[0] = 150;
    plain.show(Shots.busy("eca"));
    assertTrue(text.toString().strip().endsWith("[1/2] first"));
  }

  @Test
  void signsTakeTheColumnsThatATerminalGivesThem() {
    assertEquals(3, Cell.width("ab\u0301c"));
    assertEquals(6, Cell.width("一二 x"));
    assertEquals("一…", Cell.cut("一二 x", 4));
    assertEquals("一二 x", Cell.cut("一二 x", 6));
    assertFalse(Cell.safe("\u001b[31m").contains("\u001b"));
  }
}
