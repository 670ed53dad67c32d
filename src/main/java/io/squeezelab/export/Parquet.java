package io.squeezelab.export;

import io.squeezelab.data.Whole;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Tables as Parquet files, written by DuckDB in this process. */
public final class Parquet {
  private Parquet() {}

  /** {@code NAME.parquet} in a folder. */
  public static Path file(Sheet<?> table, Path folder) {
    return folder.resolve(table.name() + ".parquet");
  }

  /** Writes that file, whole. */
  public static <T> void write(Sheet<T> table, Path folder) throws IOException {
    Whole.write(file(table, folder), fresh -> write(table, fresh.toString()));
  }

  private static <T> void write(Sheet<T> table, String file) throws IOException {
    try (DuckDBConnection memory = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = memory.createStatement()) {
      statement.execute("CREATE TABLE rows (" + columns(table) + ")");
      try (DuckDBAppender appender =
          memory.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "rows")) {
        for (T row : table.rows()) {
          append(appender, table, row);
        }
      }
      String quoted = "'" + file.replace("'", "''") + "'";
      statement.execute("COPY rows TO " + quoted + " (FORMAT parquet, COMPRESSION zstd)");
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static <T> String columns(Sheet<T> table) {
    return table.columns().stream()
        .map(column -> '"' + column.name() + "\" " + type(column))
        .collect(Collectors.joining(", "));
  }

  private static String type(Column<?> column) {
    return switch (column.kind()) {
      case TEXT -> "VARCHAR";
      case WHOLE -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case TRUTH -> "BOOLEAN";
      case TIME -> "TIMESTAMP WITH TIME ZONE";
    };
  }

  private static <T> void append(DuckDBAppender appender, Sheet<T> table, T row)
      throws SQLException {
    appender.beginRow();
    for (Column<T> column : table.columns()) {
      Object value = column.of(row);
      if (value == null) {
        appender.appendNull();
      } else if (value instanceof Integer || value instanceof Long) {
        appender.append(((Number) value).longValue());
      } else if (value instanceof Double number) {
        appender.append(number.doubleValue());
      } else if (value instanceof Boolean truth) {
        appender.append(truth.booleanValue());
      } else if (value instanceof Instant time) {
        appender.append(time.atOffset(ZoneOffset.UTC));
      } else {
        appender.append(value.toString());
      }
    }
    appender.endRow();
  }
}
