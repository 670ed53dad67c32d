package io.squeezelab.cli;

import io.squeezelab.trial.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text in columns for the terminal: the first to the left, the others to the right. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    rows.add(List.of(headings));
  }

  void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String pad = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? row.get(i) + pad : "  " + pad + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  /** {@code 1,234,567}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 12.3 %}; below one percent with a digit more: {@code 0.06 %}. */
  static String percent(long part, long whole) {
    double share = whole == 0 ? 0 : 100.0 * part / whole;
    return String.format(
        Locale.ROOT, Math.abs(share) < 1 && part != 0 ? "%.2f %%" : "%.1f %%", share);
  }

  /** {@code +1,234}, {@code -5}, {@code 0}. */
  static String signed(long number) {
    return (number > 0 ? "+" : "") + count(number);
  }

  /** {@code (4, 64)}; one axis is {@code (64,)}, as Python has it. */
  static String shape(List<Long> sizes) {
    return Declared.sides(sizes);
  }

  static String plural(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
