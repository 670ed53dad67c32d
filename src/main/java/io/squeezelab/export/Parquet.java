package io.squeezelab.export;

import io.squeezelab.data.Whole;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

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
    try (Database database = new Database()) {
      database.add(table);
      database.copy(table.name(), file);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
