package io.squeezelab.cli;

import io.squeezelab.analysis.Median;
import java.util.List;

/**
 * Memory that training steps took in several processes, each of which did nothing else.
 *
 * @param runs processes that could tell
 * @param median bytes; {@code low} and {@code high} the least and the most of all
 */
record Need(int runs, long median, long low, long high) {

  /**
   * Null where none could tell.
   *
   * @param bytes of each; 0 where it could not
   */
  static Need of(List<Long> bytes) {
    long[] told = bytes.stream().filter(b -> b > 0).mapToLong(Long::longValue).sorted().toArray();
    if (told.length == 0) {
      return null;
    }
    double[] values = bytes.stream().filter(b -> b > 0).mapToDouble(Long::doubleValue).toArray();
    long median = Math.round(Median.of(values).median());
    return new Need(told.length, median, told[0], told[told.length - 1]);
  }

  String typical() {
    return megabytes(median) + " MB";
  }

  /** {@code 112 - 119 MB}. */
  String range() {
    return megabytes(low) + " - " + megabytes(high) + " MB";
  }

  private static long megabytes(long bytes) {
    return Math.round(bytes / 1e6);
  }
}
