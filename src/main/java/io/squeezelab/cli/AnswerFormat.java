package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.export.Column;
import io.squeezelab.export.Csv;
import io.squeezelab.export.Database.Answer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Trees;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How rows are printed. */
enum AnswerFormat {
  TABLE(AnswerFormat::table),
  CSV(AnswerFormat::csv),
  MARKDOWN(AnswerFormat::markdown),
  JSON(AnswerFormat::json);

  private static final MathContext DIGITS = new MathContext(6);

  private final Function<Answer, String> text;

  AnswerFormat(Function<Answer, String> text) {
    this.text = text;
  }

  static AnswerFormat of(String name) {
    List<String> names =
        Arrays.stream(values()).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    Check.that(names.contains(name), "--to", Names.unknown("format", name, names));
    return values()[names.indexOf(name)];
  }

  String text(Answer answer) {
    return text.apply(answer);
  }

  private static String table(Answer of) {
    if (of.names().isEmpty()) {
      return "";
    }
    Table table = new Table(of.names().toArray(String[]::new));
    of.rows().forEach(row -> table.row(row.stream().map(AnswerFormat::cell).toArray()));
    return table.toString();
  }

  private static String csv(Answer of) {
    List<Column<List<Object>>> columns =
        IntStream.range(0, of.names().size())
            .mapToObj(i -> new Column<List<Object>>(of.names().get(i), row -> row.get(i)))
            .toList();
    return new Csv<>(columns).write(of.rows());
  }

  private static String markdown(Answer of) {
    StringBuilder text = new StringBuilder(line(of.names()));
    text.append("|").append("---|".repeat(of.names().size())).append("\n");
    of.rows().forEach(row -> text.append(line(row.stream().map(AnswerFormat::cell).toList())));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String json(Answer of) {
    ArrayNode rows = Trees.list();
    for (List<Object> row : of.rows()) {
      ObjectNode one = rows.addObject();
      for (int i = 0; i < row.size(); i++) {
        put(one, of.names().get(i), row.get(i));
      }
    }
    return Trees.pretty(rows) + "\n";
  }

  private static void put(ObjectNode into, String name, Object value) {
    if (value instanceof Double || value instanceof Float) {
      into.set(name, Trees.number(((Number) value).doubleValue()));
    } else if (value instanceof Number whole) { // a sum of integers has 128 bits
      into.put(name, new BigDecimal(whole.toString()));
    } else if (value instanceof Boolean truth) {
      into.put(name, truth);
    } else {
      into.put(name, value == null ? null : value.toString());
    }
  }

  /** Numbers to six digits, which is more than any accuracy has. */
  private static String cell(Object value) {
    if (value == null) {
      return "–";
    }
    return value instanceof Double number && Double.isFinite(number)
        ? new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
