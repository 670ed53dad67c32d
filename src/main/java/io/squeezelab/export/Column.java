package io.squeezelab.export;

import java.util.function.Function;

/**
 * A column of a table of {@code T}.
 *
 * @param name with its unit
 * @param kind what its values are, for formats that have types
 * @param value a String, Long, Integer, Double, Boolean or Instant, as the kind says; null and
 *     numbers that are not finite are not known
 */
public record Column<T>(String name, Kind kind, Function<T, Object> value) {
  /** What values are. */
  public enum Kind {
    TEXT,
    WHOLE,
    NUMBER,
    TRUTH,
    TIME
  }

  /** Of a table that is written in no format with types. */
  public Column(String name, Function<T, Object> value) {
    this(name, Kind.TEXT, value);
  }

  /** The value of a row; null where it is not known. */
  Object of(T row) {
    Object is = value.apply(row);
    return is instanceof Double number && !Double.isFinite(number) ? null : is;
  }
}
