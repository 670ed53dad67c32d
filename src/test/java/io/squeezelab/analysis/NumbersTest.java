package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void machineLanguageDoesNotChangeNumbers() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("91.25", Numbers.percent(0.91254));
      assertEquals("272,474", Numbers.count(272_474));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void pointsHaveASignUnlessTheyRoundToZero() {
    assertEquals("+0.80", Numbers.points(0.008));
    assertEquals("−0.31", Numbers.points(-0.0031));
    assertEquals("0.00", Numbers.points(-0.00001));
    assertEquals("0.00", Numbers.points(0.00001));
  }

  @Test
  void unknownIsADash() {
    assertEquals("–", Numbers.percent(Double.NaN));
    assertEquals("–", Numbers.points(Double.NaN));
  }

  @Test
  void measuresHaveThreeDigits() {
    assertEquals("0.062", Numbers.measure(0.0621));
    assertEquals("4.27", Numbers.measure(4.268));
    assertEquals("10.0", Numbers.measure(9.996));
    assertEquals("83.1", Numbers.measure(83.12));
    assertEquals("1,250", Numbers.measure(1249.6));
  }
}
