package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ColumnTest {

  @Test
  void linesWithRoomStayWhereTheyWantToBe() {
    assertSpread(new double[] {20, 80, 50}, 20, 80, 50);
  }

  /** Two lines at 50, ten high: half a line up, half a line down. */
  @Test
  void linesAtOnePlaceShareTheWay() {
    assertSpread(new double[] {45, 55}, 50, 50);
  }

  /** 50, 52 and 90: the first two touch around their middle, 51. */
  @Test
  void onlyCrowdedLinesMove() {
    assertSpread(new double[] {46, 56, 90}, 50, 52, 90);
  }

  @Test
  void linesStayBetweenTopAndBottom() {
    assertSpread(new double[] {5, 15}, 0, 0);
    assertSpread(new double[] {85, 95}, 100, 100);
  }

  @Test
  void tooManyLinesRunOverTheBottom() {
    assertArrayEquals(
        new double[] {5, 15, 25}, Column.spread(new double[] {0, 0, 0}, 10, 0, 20), 1e-9);
  }

  private static void assertSpread(double[] expected, double... wanted) {
    assertArrayEquals(expected, Column.spread(wanted, 10, 0, 100), 1e-9);
  }
}
