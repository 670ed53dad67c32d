package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.experiment.Expected;
import io.squeezelab.experiment.Reference;
import io.squeezelab.experiment.Reference.Printed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ours beside a publication's. */
class BesideTest {
  private static final double NO = Double.NaN;

  private static Beside beside() {
    Map<String, Printed> arms = new LinkedHashMap<>();
    arms.put("none", new Printed(23.30, NO, NO, NO));
    arms.put("sigmoid", new Printed(22.28, NO, NO, NO));
    arms.put("tanh", new Printed(23.00, NO, NO, NO));
    arms.put("relu", new Printed(23.47, NO, NO, NO));
    arms.put("unrun", new Printed(20, NO, NO, NO));
    Reference table = new Reference("SE, table 12", "", "ResNet-50", arms);
    Study study =
        RulingsTest.study(
            Made.all(
                Made.arm("none", 0.90, 0.91),
                Made.arm("sigmoid", 0.92, 0.94),
                Made.arm("tanh", 0.90, 0.90),
                Made.arm("relu", 0.89, 0.90)),
            new Expected(List.of(), table));
    return Beside.of(study).orElseThrow();
  }

  /** Errors in percent: 8 and 6; to the baseline's 10 and 9, −2 and −3. */
  @Test
  void errorsAndTheirDifferencesToTheBaseline() {
    Beside.Row sigmoid = beside().rows().get(1);
    assertEquals(7, sigmoid.error().mean(), 1e-9);
    assertEquals(-2.5, sigmoid.delta().mean(), 1e-9);
    assertEquals(2, sigmoid.delta().n());
    assertEquals(-1.02, sigmoid.printedDelta(), 1e-9);
  }

  /**
   * Ours: sigmoid, none, tanh, relu; printed: sigmoid, tanh, none, relu; one pair of six turned.
   */
  @Test
  void rankingsAgreeInFiveOfSixPairs() {
    assertEquals(4.0 / 6, beside().tau(), 1e-12);
    assertEquals(4, beside().ranked());
  }

  /** Of 24 orders, 1 turns no pair and 3 turn one; as many turn six or five. */
  @Test
  void rankingsAgreeOrDisagreeAsMuchByChanceInEightOfTwentyFour() {
    assertEquals(8.0 / 24, beside().p(), 1e-12);
  }

  @Test
  void anArmThatWasNotRunKeepsItsRow() {
    Beside.Row unrun = beside().rows().get(4);
    assertFalse(unrun.error().known());
    assertEquals(20, unrun.printed());
  }

  @Test
  void withoutAPublicationThereIsNothing() {
    assertTrue(Beside.of(Made.study("a", Made.arm("a", 0.9))).isEmpty());
  }
}
