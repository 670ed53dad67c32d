package io.squeezelab.live;

import java.util.ArrayList;
import java.util.List;

/**
 * The table of a sweep as lines of a terminal, none wider than it and all together lower.
 *
 * @param columns of the terminal
 * @param rows of the terminal
 */
record Frame(int columns, int rows) {

  /** A line, and how it is to look where colours are wanted. */
  record Line(String text, Look look) {}

  enum Look {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    BAD("31");

    private final String code;

    Look(String code) {
      this.code = code;
    }

    /** The text with the signs that make a terminal show it so. */
    String of(String text) {
      return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  }

  /** Leaves the last column free, where a full line would wrap, and a row for what stands above. */
  List<Line> lines(Snapshot snapshot) {
    int width = Math.max(1, columns - 1);
    Phrases phrases = new Phrases(snapshot);
    List<Line> lines = new ArrayList<>();
    add(lines, phrases.heading(), Look.STRONG);
    add(lines, phrases.counts(), Look.PLAIN);
    add(lines, phrases.trouble(), snapshot.counts().troubled() > 0 ? Look.BAD : Look.PLAIN);
    add(lines, phrases.best(), Look.GOOD);
    add(lines, phrases.speed(), Look.PLAIN);
    lines.replaceAll(line -> new Line(Cell.cut(Cell.safe(line.text), width), line.look));
    if (!snapshot.phase().over()) {
      lines.addAll(slots(snapshot, width, Math.max(1, rows - 1) - lines.size()));
    }
    int room = Math.max(1, rows - 1);
    return lines.size() <= room ? lines : lines.subList(0, room);
  }

  private static void add(List<Line> lines, String text, Look look) {
    if (!text.isEmpty()) {
      lines.add(new Line(text, look));
    }
  }

  /** Of more slots than there is room for, the first ones and how many more there are. */
  private static List<Line> slots(Snapshot snapshot, int width, int room) {
    List<String> table = new SlotTable(snapshot.slots()).lines(width);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(table.get(0), Look.FAINT));
    int count = snapshot.slots().size();
    int shown = count < room ? count : Math.max(0, room - 2);
    for (int i = 0; i < shown; i++) {
      boolean idle = snapshot.slots().get(i).work() == null;
      lines.add(new Line(table.get(i + 1), idle ? Look.FAINT : Look.PLAIN));
    }
    if (shown < count) {
      lines.add(new Line(Cell.cut("… " + (count - shown) + " more slots", width), Look.FAINT));
    }
    return lines;
  }
}
