package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class ExtentTest {
  private static final double[] NO_BARS = {};

  @Test
  void equalValuesStandInTheMiddle() {
    Range range = Extent.of(new double[] {91, 91}, NO_BARS, 1);
    assertEquals(91, range.getCentralValue(), 1e-9);
    assertTrue(range.getLength() >= 1);
  }

  @Test
  void unknownValuesAreLeftOut() {
    Range range = Extent.of(new double[] {Double.NaN, 10, 20}, new double[] {Double.NaN}, 1);
    assertEquals(new Range(10 - 0.8, 20 + 0.8), range);
  }

  @Test
  void nothingKnownIsStillAnAxis() {
    assertEquals(new Range(0, 1), Extent.of(new double[] {Double.NaN}, NO_BARS, 1));
  }

  @Test
  void barsFit() {
    Range range = Extent.of(new double[] {90, 92}, new double[] {89, 93}, 1);
    assertTrue(range.contains(89) && range.contains(93));
  }

  /** Values 2 apart: a bar gets 3 on each side. */
  @Test
  void hugeBarDoesNotPressTheValuesTogether() {
    Range range = Extent.of(new double[] {90, 92}, new double[] {40, 140}, 1);
    assertEquals(8 * 1.16, range.getLength(), 1e-9);
  }

  @Test
  void noAxisShowsMoreThanAllImages() {
    assertEquals(100, Extent.percent(new Range(98, 103)).getUpperBound());
    assertEquals(0, Extent.percent(new Range(-3, 5)).getLowerBound());
  }
}
