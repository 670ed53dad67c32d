package io.squeezelab.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.live.Snapshot.Phase;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table as text, in terminals of every size. */
class FrameTest {
  private static String text(int columns, int rows, Snapshot of) {
    return new Frame(columns, rows)
        .lines(of).stream().map(Frame.Line::text).collect(Collectors.joining("\n"));
  }

  @Test
  void showsCountsTimeBestAndALineASlot() {
    assertEquals(
        """
        quickstart: running for 12 min, about 8 min left
        12 of 20 trials done, 1 running, 7 waiting
        not completed: 1 failed, 1 diverged, 1 stopped by the search
        best so far: eca, 91.25 % validation top-1 (mean of 3 of 5 seeds)
        1,234 images/s
        slot  device  trial         arm  seed  epoch    step  images/s  since
           1  cpu     75c39a001122  eca     2    3/6  12/157     1,234   45 s
           2  cpu     idle""",
        text(100, 24, Shots.busy("eca")));
  }

  /** The arm and its epochs stay longest. */
  @Test
  void losesItsLeastColumnsWhereItIsNarrow() {
    String label = "squeeze=avg, excite=bottleneck";
    assertEquals(
        """
        quickstart: running for 12 min, about …
        12 of 20 trials done, 1 running, 7 wai…
        not completed: 1 failed, 1 diverged, 1…
        best so far: squeeze=avg, excite=bottl…
        1,234 images/s
        slot  device  arm           seed  epoch
           1  cpu     squeeze=avg…     2    3/6
           2  cpu     idle""",
        text(40, 24, Shots.busy(label)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 12, 20, 39, 60, 80, 200})
  void noLineIsAsWideAsTheTerminalAndNoFrameAsHigh(int size) {
    Snapshot of = Shots.busy("一二三 squeeze=avg, excite=bottleneck");
    for (Frame.Line line : new Frame(size, 24).lines(of)) {
      assertTrue(Cell.width(line.text()) <= Math.max(1, size - 1), line.text());
    }
    assertTrue(new Frame(80, size).lines(of).size() <= Math.max(1, size - 1));
  }

  @Test
  void moreSlotsThanRowsAreCounted() {
    Snapshot busy = Shots.busy("eca");
    List<Slot> many = Collections.nCopies(30, busy.slots().get(0));
    Snapshot of = Shots.of(Phase.RUNNING, busy.counts(), many, busy.best(), 480);
    String text = text(100, 12, of);
    assertTrue(text.endsWith("\n… 26 more slots"), text);
    assertEquals(11, text.lines().count());
  }

  @Test
  void aSearchThatMayAskForMoreIsSaidToBeOpen() {
    Counts open = new Counts(3, 0, 0, 0, 0, 0, 0, 0, 0, true);
    String text = text(100, 24, Shots.of(Phase.RUNNING, open, List.of(), null, 90));
    assertTrue(text.startsWith("quickstart: running for 12 min, about 2 min or more left"), text);
    assertTrue(text.contains("0 waiting, more may follow"), text);
  }

  @Test
  void aSweepThatIsOverHasNoSlots() {
    Snapshot busy = Shots.busy("eca");
    String text = text(100, 24, Shots.of(Phase.STOPPED, busy.counts(), busy.slots(), null, 480));
    assertTrue(text.startsWith("quickstart: stopped after 12 min\n"), text);
    assertFalse(text.contains("slot"), text);
  }

  /** A label that would clear the screen, and one that would turn the text around. */
  @Test
  void labelsCannotSteerTheTerminal() {
    String text = text(200, 24, Shots.busy("a\u001b[2Jb\u009bc\rd\u202ee"));
    assertTrue(text.contains("best so far: a[2Jbc de, "), text);
    assertEquals(0, text.chars().filter(c -> c != '\n' && Character.isISOControl(c)).count());
  }
}
