package io.squeezelab.search;

import java.util.List;

/**
 * A combination of levels, one of each factor of a {@link Space}.
 *
 * @param levels by factor, from 0; {@link #ABSENT} where the other levels leave the factor without
 *     a meaning, as a reduction without a bottleneck
 */
public record Point(List<Integer> levels) {
  public static final int ABSENT = -1;

  public Point {
    levels = List.copyOf(levels);
  }
}
