package io.squeezelab.notebook;

import io.squeezelab.spec.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Rows under headings. As HTML it has no style of its own, since sites that show notebooks take
 * that away.
 *
 * @param rows of as many cells as there are headings
 * @param strong numbers of the rows, from 0, that stand in bold
 * @param notes below the table
 */
public record Table(
    List<String> headings, List<List<String>> rows, List<Integer> strong, List<String> notes)
    implements View {

  public Table {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
    strong = List.copyOf(strong);
    notes = List.copyOf(notes);
    for (List<String> row : rows) {
      int cells = row.size();
      Check.that(cells == headings.size(), "rows", "have " + cells + " cells, not as the headings");
    }
  }

  /** Without notes. */
  public Table(List<String> headings, List<List<String>> rows) {
    this(headings, rows, List.of(), List.of());
  }

  /** One row for each thing, made by the cells of a function. */
  public static <T> Table of(
      List<String> headings, Iterable<T> things, Function<T, List<?>> cells) {
    List<List<String>> rows = new ArrayList<>();
    things.forEach(t -> rows.add(cells.apply(t).stream().map(String::valueOf).toList()));
    return new Table(headings, rows);
  }

  /** The same with one more note below. */
  public Table with(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Table(headings, rows, strong, more);
  }

  @Override
  public String type() {
    return "text/html";
  }

  @Override
  public String content() {
    StringBuilder html = new StringBuilder("<table>\n<thead>");
    html.append(row("th", headings, false)).append("</thead>\n<tbody>\n");
    for (int i = 0; i < rows.size(); i++) {
      html.append(row("td", rows.get(i), strong.contains(i))).append('\n');
    }
    html.append("</tbody>\n</table>");
    notes.forEach(note -> html.append("\n<p><small>").append(escaped(note)).append("</small></p>"));
    return html.toString();
  }

  /** Columns of numbers to the right, names and sentences to the left. */
  private String side(int column) {
    boolean numbers = rows.stream().anyMatch(row -> row.get(column).matches("(?s)[-+−]?\\d.*"));
    return column > 0 && numbers ? "right" : "left";
  }

  private String row(String tag, List<String> cells, boolean bold) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            i ->
                "<%1$s align=\"%2$s\">%3$s</%1$s>"
                    .formatted(
                        tag,
                        side(i),
                        bold ? "<b>" + escaped(cells.get(i)) + "</b>" : escaped(cells.get(i))))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeXml11(text);
  }

  @Override
  public String text() {
    List<List<String>> all = new ArrayList<>(rows);
    all.add(0, headings);
    int[] widths =
        IntStream.range(0, headings.size())
            .map(i -> all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    String lines = all.stream().map(r -> line(r, widths)).collect(Collectors.joining("\n"));
    return notes.isEmpty() ? lines : lines + "\n" + String.join("\n", notes);
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? row.get(i) + pad : "  " + pad + row.get(i));
    }
    return line.toString().stripTrailing();
  }

  @Override
  public String toString() {
    return text();
  }
}
