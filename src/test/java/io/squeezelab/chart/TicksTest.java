package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

  @ParameterizedTest
  @CsvSource({
    "90.9, 93.1, 0.5, 91.5",
    "40.77, 41.39, 0.1, 41.0",
    "0, 8, 1, 3",
    "40.790, 40.836, 0.01, 40.80",
    "0, 1.79, 0.5, 1.0",
    "1000, 5000, 500, '1,500'"
  })
  void stepIsRoundAndItsDecimalsAreWritten(double low, double high, double step, String text) {
    NumberTickUnit unit = Ticks.unit(new Range(low, high));
    assertEquals(step, unit.getSize(), 1e-12);
    assertEquals(text, unit.valueToString(Double.parseDouble(text.replace(",", ""))));
  }

  @Test
  void epochsAreWhole() {
    assertEquals(1, Ticks.whole(new Range(0.5, 1.5)).getSize());
    assertEquals(5, Ticks.whole(new Range(0.6, 30.4)).getSize());
  }
}
