package io.squeezelab.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a terminal shows that understands the few signs that are used, and no others. */
class ScreenTest {
  private final StringWriter written = new StringWriter();
  private TerminalSize size = new TerminalSize(80, 24);
  private boolean ours = true;

  private Screen screen(boolean colours) {
    return new Screen(new PrintWriter(written), () -> size, () -> ours, colours);
  }

  /** The lines that are seen, after {@code written} went to a terminal of {@link #size}. */
  private List<String> seen() {
    Pattern sign = Pattern.compile("\r|\n|\u001b\\[(\\d*)([AJm])|([^\u001b\r\n]+)");
    List<String> lines = new ArrayList<>(List.of(""));
    int at = 0;
    Matcher signs = sign.matcher(written.toString());
    int end = 0;
    while (signs.find()) {
      assertEquals(end, signs.start(), "a sign that this terminal does not know");
      end = signs.end();
      if (signs.group(3) != null) {
        assertTrue(signs.group(3).length() < size.columns(), "the line would be broken");
        lines.set(at, signs.group(3));
      } else if (signs.group().equals("\n")) {
        at++;
        if (at == lines.size()) {
          lines.add("");
        }
      } else if ("A".equals(signs.group(2))) {
        at = Math.max(0, at - Integer.parseInt(signs.group(1)));
      } else if ("J".equals(signs.group(2))) {
        lines.subList(at, lines.size()).clear();
        lines.add("");
      }
    }
    return lines.subList(0, lines.size() - 1);
  }

  @Test
  void theTableIsRedrawnInPlace() {
    Screen screen = screen(false);
    screen.show(Shots.busy("se"));
    screen.show(Shots.busy("eca"));
    List<String> seen = seen();
    assertEquals(8, seen.size(), seen::toString);
    assertTrue(seen.get(3).startsWith("best so far: eca"), seen::toString);
  }

  @Test
  void trialsThatEndedStandAboveIt() {
    Screen screen = screen(false);
    screen.say("[1/2] first");
    screen.show(Shots.busy("eca"));
    screen.say("[2/2] second: failed:\n at some place");
    List<String> seen = seen();
    assertEquals(
        List.of("[1/2] first", "[2/2] second: failed:", " at some place"), seen.subList(0, 3));
    assertTrue(seen.get(3).startsWith("quickstart: running"), seen::toString);
    assertEquals(3 + 8, seen.size());
  }

  @Test
  void nothingOfItIsLeft() {
    Screen screen = screen(true);
    screen.say("[1/2] first");
    screen.show(Shots.busy("eca"));
    screen.close();
    assertEquals(List.of("[1/2] first"), seen());
    assertFalse(written.toString().contains("\u001b[?"), "no mode of the terminal is changed");
  }

  /** A terminal made half as wide breaks a line of 60 columns into two of its own. */
  @Test
  void aTerminalMadeNarrowerHasBrokenTheLinesThatAreTakenBack() {
    Screen screen = screen(false);
    screen.show(Shots.busy("eca"));
    int rows = new Frame(80, 24).lines(Shots.busy("eca")).size();
    size = new TerminalSize(40, 24);
    written.getBuffer().setLength(0);
    screen.show(Shots.busy("eca"));
    long broken =
        new Frame(80, 24)
            .lines(Shots.busy("eca")).stream().filter(l -> l.text().length() > 40).count();
    assertEquals("\r\u001b[" + (rows + broken) + "A", written.toString().split("\u001b\\[J")[0]);
  }

  @Test
  void aShellThatHasTheTerminalIsNotDrawnOver() {
    Screen screen = screen(false);
    ours = false;
    screen.show(Shots.busy("eca"));
    screen.say("[1/2] first");
    assertEquals("[1/2] first" + System.lineSeparator(), written.toString());
  }

  @Test
  void coloursAreLeftOutWhereTheyAreNotWanted() {
    screen(false).show(Shots.busy("eca"));
    assertFalse(written.toString().contains("m" + "quickstart"));
    screen(true).show(Shots.busy("eca"));
    assertTrue(written.toString().contains("\u001b[31mnot completed"));
    assertFalse(TerminalSize.colours(Map.of("NO_COLOR", "1")));
    assertTrue(TerminalSize.colours(Map.of("NO_COLOR", "")));
  }
}
