package io.squeezelab.export;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Tables in this process's memory, in DuckDB. */
public final class Database implements AutoCloseable {
  private final DuckDBConnection memory;
  private final Statement statement;

  public Database() throws SQLException {
    memory = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    statement = memory.createStatement();
  }

  /** A table with the name of the sheet. */
  public <T> void add(Sheet<T> table) throws SQLException {
    statement.execute("CREATE TABLE " + quoted(table.name()) + " (" + columns(table) + ")");
    try (DuckDBAppender appender =
        memory.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table.name())) {
      for (T row : table.rows()) {
        append(appender, table, row);
      }
    }
  }

  /** Writes a table as a Parquet file. */
  void copy(String table, String file) throws SQLException {
    String to = "'" + file.replace("'", "''") + "'";
    statement.execute(
        "COPY " + quoted(table) + " TO " + to + " (FORMAT parquet, COMPRESSION zstd)");
  }

  /** From now on no statement reads or writes a file, or asks the network. */
  public void seal() throws SQLException {
    statement.execute("SET enable_external_access = false");
    statement.execute("SET lock_configuration = true");
  }

  /** What a query in DuckDB's SQL gives. */
  public Answer ask(String sql) throws SQLException {
    if (!statement.execute(sql)) {
      return new Answer(List.of(), List.of());
    }
    try (ResultSet found = statement.getResultSet()) {
      ResultSetMetaData what = found.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= what.getColumnCount(); i++) {
        names.add(what.getColumnLabel(i));
      }
      List<List<Object>> rows = new ArrayList<>();
      while (found.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
          row.add(found.getObject(i));
        }
        rows.add(row);
      }
      return new Answer(names, rows);
    }
  }

  /**
   * Rows that a query gives.
   *
   * @param rows values as JDBC has them; null where not known
   */
  public record Answer(List<String> names, List<List<Object>> rows) {}

  @Override
  public void close() throws SQLException {
    statement.close();
    memory.close();
  }

  private static <T> String columns(Sheet<T> table) {
    return table.columns().stream()
        .map(column -> quoted(column.name()) + " " + type(column))
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
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
