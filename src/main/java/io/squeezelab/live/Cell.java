package io.squeezelab.live;

/**
 * Text in a terminal's columns. Some signs take two columns, some none; those that steer the
 * terminal are never passed on, since labels and reasons come from files and from programs.
 */
final class Cell {
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private Cell() {}

  /** On one line, without signs that steer. */
  static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .map(sign -> Character.isWhitespace(sign) ? ' ' : sign)
        .filter(sign -> !steers(sign))
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  private static boolean steers(int sign) {
    int type = Character.getType(sign);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }

  static int width(String text) {
    return text.codePoints().map(Cell::width).sum();
  }

  private static int width(int sign) {
    int type = Character.getType(sign);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (sign >= range[0] && sign <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** Cut to so many columns, with an ellipsis where something is missing. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int room = columns - 1;
    for (int sign : text.codePoints().toArray()) {
      room -= width(sign);
      if (room < 0) {
        break;
      }
      kept.appendCodePoint(sign);
    }
    return columns < 1 ? "" : kept + "…";
  }

  /** Filled with spaces, to the left or to the right of the text. */
  static String pad(String text, int columns, boolean right) {
    String space = " ".repeat(Math.max(0, columns - width(text)));
    return right ? space + text : text + space;
  }
}
