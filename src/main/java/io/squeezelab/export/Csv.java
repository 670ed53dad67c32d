package io.squeezelab.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180, with line feeds), one row for each {@code T}. */
public record Csv<T>(List<Column<T>> columns) {
  private static final MathContext TEN_DIGITS = new MathContext(10);

  public String write(List<T> rows) {
    String header = columns.stream().map(Column::name).collect(Collectors.joining(","));
    return header + "\n" + rows.stream().map(this::line).collect(Collectors.joining());
  }

  private String line(T row) {
    return columns.stream().map(c -> cell(c.of(row))).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return number(number);
    }
    String text = value.toString();
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(TEN_DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
