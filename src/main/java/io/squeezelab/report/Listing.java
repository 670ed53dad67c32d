package io.squeezelab.report;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.chart.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of the page as HTML: the first column heads its rows, columns of numbers sort by them.
 *
 * @param caption says what the rows are; also the name of its box, so that no two are the same
 * @param notes under the table, a sentence each
 */
record Listing(String caption, Table table, List<String> notes) {
  private static final int MOST = 2000;

  /** Characters; text that is longer runs over several lines. */
  private static final int LINE = 60;

  private static final Pattern NUMBER = Pattern.compile("(< ?|> ?)?[+−-]?\\d.*");

  Listing(String caption, Table table) {
    this(caption, table, List.of());
  }

  String html() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("caption", caption);
    List<Boolean> numbers =
        IntStream.range(0, table.header().size()).mapToObj(this::isNumber).toList();
    values.put("heads", cells("head", table.header(), numbers, 0));
    values.put("rows", table.rows().stream().limit(MOST).map(row -> row(row, numbers)).toList());
    List<String> under = new ArrayList<>(notes);
    if (table.rows().size() > MOST) {
      under.add(
          "The first %s of %s rows."
              .formatted(Numbers.count(MOST), Numbers.count(table.rows().size())));
    }
    values.put("has-notes", !under.isEmpty());
    values.put("notes", under.stream().map(note -> Map.of("note", note)).toList());
    return Template.html("listing.html").fill(values);
  }

  /** The same as Markdown, its caption as a heading. */
  String markdown() {
    StringBuilder text = new StringBuilder("## " + Report.markdown(caption) + "\n\n");
    text.append(line(table.header()));
    for (int column = 0; column < table.header().size(); column++) {
      text.append(isNumber(column) ? "|---:" : "|---");
    }
    text.append("|\n");
    table.rows().forEach(row -> text.append(line(row)));
    notes.forEach(note -> text.append("\n- ").append(note).append("\n"));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Report::markdown).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Whether most cells of a column that are known begin with a number. */
  private boolean isNumber(int column) {
    List<String> known =
        table.rows().stream()
            .map(row -> row.get(column))
            .filter(cell -> !cell.equals(Numbers.UNKNOWN))
            .toList();
    long numbers = known.stream().filter(cell -> NUMBER.matcher(cell).matches()).count();
    return column > 0 && numbers > 0 && 2 * numbers >= known.size();
  }

  private static Map<String, Object> row(List<String> row, List<Boolean> numbers) {
    return Map.of("first", row.get(0), "cells", cells("cell", row, numbers, 1));
  }

  private static List<Map<String, Object>> cells(
      String name, List<String> texts, List<Boolean> numbers, int from) {
    return IntStream.range(from, texts.size())
        .mapToObj(i -> cell(name, texts.get(i), numbers.get(i)))
        .toList();
  }

  private static Map<String, Object> cell(String name, String text, boolean number) {
    return Map.of(name, text, "number", number, "sentence", text.length() > LINE);
  }
}
