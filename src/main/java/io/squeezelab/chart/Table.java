package io.squeezelab.chart;

import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The numbers behind a figure, as text for people.
 *
 * @param header names of the columns, with their units
 * @param rows as many cells each; what is not known is an en dash
 */
public record Table(List<String> header, List<List<String>> rows) {
  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Rows are added one by one. */
  static final class Draft {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    Draft(String... header) {
      this.header = List.of(header);
    }

    Draft row(Object... cells) {
      List<String> row = new ArrayList<>();
      for (Object cell : cells) {
        row.add(Objects.toString(cell, Numbers.UNKNOWN));
      }
      rows.add(row);
      return this;
    }

    Table done() {
      return new Table(header, rows);
    }
  }

  static Draft of(String... header) {
    return new Draft(header);
  }

  /** The three cells of a mean and its interval, as per cent. */
  static Object[] percent(Estimate of) {
    return new Object[] {
      Numbers.percent(of.mean()), Numbers.percent(of.low()), Numbers.percent(of.high())
    };
  }
}
