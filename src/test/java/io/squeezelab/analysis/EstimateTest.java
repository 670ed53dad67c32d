package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Figures from SciPy 1.17.1: {@code std(ddof=1)} and {@code stats.t.interval(0.95, n-1, …)}. */
class EstimateTest {

  @Test
  void threeSeedsAgreeWithSciPy() {
    Estimate of = Estimate.of(0.9123, 0.9187, 0.9151);
    assertEquals(0.9153666666666668, of.mean(), 1e-12);
    assertEquals(0.0032083225108042366, of.sd(), 1e-12);
    assertEquals(0.9073967517261204, of.low(), 1e-10);
    assertEquals(0.9233365816072131, of.high(), 1e-10);
  }

  @Test
  void fiveSeedsAgreeWithSciPy() {
    Estimate of = Estimate.of(0.9012, 0.9105, 0.9077, 0.9160, 0.9034);
    assertEquals(0.005861996247013483, of.sd(), 1e-12);
    assertEquals(0.9004813703024778, of.low(), 1e-10);
    assertEquals(0.9150386296975223, of.high(), 1e-10);
  }

  /** Student's t at one degree of freedom is 12.706, as every printed table has it. */
  @Test
  void twoSeedsReachTwelveStandardErrors() {
    Estimate of = Estimate.of(0.91, 0.92);
    double standardError = of.sd() / Math.sqrt(2);
    assertEquals(12.706, of.half() / standardError, 5e-4);
  }

  @Test
  void oneSeedHasNoSpreadAndNoInterval() {
    Estimate of = Estimate.of(0.91);
    assertEquals(0.91, of.mean());
    assertTrue(Double.isNaN(of.sd()) && Double.isNaN(of.low()) && Double.isNaN(of.half()));
    assertFalse(of.bounded() || of.above() || of.below() || of.flat());
  }

  @Test
  void noValueIsNotZero() {
    assertFalse(Estimate.NONE.known());
    assertTrue(Double.isNaN(Estimate.NONE.mean()));
  }

  @Test
  void equalDifferencesProveNothing() {
    Estimate of = Estimate.of(0.92 - 0.91, 0.91 - 0.90, 0.93 - 0.92);
    assertTrue(of.flat());
    assertFalse(of.above());
  }

  @Test
  void intervalBesideZeroIsToldFromIt() {
    assertTrue(Estimate.of(0.010, 0.011, 0.012).above());
    assertTrue(Estimate.of(-0.010, -0.011, -0.012).below());
    assertFalse(Estimate.of(0.001, 0.011, 0.012).above());
  }

  @Test
  void medianOfAnEvenCountIsBetweenTheMiddleTwo() {
    assertEquals(2.5, Estimate.median(4, 1, Double.NaN, 3, 2));
    assertTrue(Double.isNaN(Estimate.median()));
  }
}
