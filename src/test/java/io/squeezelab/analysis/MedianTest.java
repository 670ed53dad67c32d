package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Medians of times, with an interval that asks nothing of their distribution. */
class MedianTest {
  private static Median ofFirst(int n) {
    return Median.of(IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray());
  }

  /** Ranks from the usual tables of the sign test: of 20 values the 6th and the 15th. */
  @ParameterizedTest
  @CsvSource({"6, 1, 6", "8, 1, 8", "9, 2, 8", "20, 6, 15", "25, 8, 18", "50, 18, 33"})
  void intervalHasTheRanksOfTheSignTest(int n, double low, double high) {
    Median median = ofFirst(n);
    assertEquals(low, median.low());
    assertEquals(high, median.high());
    assertEquals((n + 1) / 2.0, median.median());
  }

  @Test
  void fiveValuesCannotBeThatSure() {
    assertTrue(Double.isNaN(ofFirst(5).low()) && Double.isNaN(ofFirst(5).high()));
  }

  @Test
  void oneOutlierMovesNothing() {
    assertEquals(3, Median.of(1, 2, 3, 4, 1e9).median());
  }
}
