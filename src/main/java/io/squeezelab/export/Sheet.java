package io.squeezelab.export;

import java.util.List;

/**
 * Rows for other programs.
 *
 * @param name of its file, without the ending
 */
public record Sheet<T>(String name, List<Column<T>> columns, List<T> rows) {
  /** As comma-separated values. */
  public String csv() {
    return new Csv<>(columns).write(rows);
  }
}
