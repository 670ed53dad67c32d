package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.experiment.Expected;
import io.squeezelab.experiment.Reference;
import io.squeezelab.experiment.Reference.Printed;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
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

  /**
   * Gains of 1 and 3 points, printed 1.51 and 1.80: the same order, whatever the networks' own
   * errors are, which the paper has in opposite order.
   */
  @Test
  void anArmIsHeldAgainstItsOwnNetwork() {
    Beside beside = Beside.of(networks(List.of())).orElseThrow();
    Beside.Row vgg = beside.rows().get(3);
    assertEquals("VGG, none", vgg.partner());
    assertEquals(-3, vgg.delta().mean(), 1e-9);
    assertEquals(-1.80, vgg.printedDelta(), 1e-9);
    assertTrue(beside.rows().get(2).baseline());
    assertEquals(3, beside.ranked()); // two differences and 0
    assertEquals(1, beside.tau(), 1e-12);
    assertTrue(beside.remarks().get(0).contains("the same network"), beside.remarks().toString());
  }

  @Test
  void anArmThatTheSearchStoppedHasNoDifference() {
    List<Result> stopped = List.of(Made.ended("VGG, se", 9, Ending.STOPPED, "behind"));
    Beside beside = Beside.of(networks(stopped)).orElseThrow();
    assertTrue(beside.rows().get(3).error().known());
    assertFalse(beside.rows().get(3).delta().known());
    assertEquals(2, beside.ranked());
    assertTrue(beside.remarks().get(1).endsWith("order: VGG, se."), beside.remarks().toString());
  }

  private static Study networks(List<Result> more) {
    Map<String, Printed> arms = new LinkedHashMap<>();
    arms.put("ResNet, none", new Printed(24.80, NO, NO, NO));
    arms.put("ResNet, se", new Printed(23.29, NO, NO, NO));
    arms.put("VGG, none", new Printed(27.02, NO, NO, NO));
    arms.put("VGG, se", new Printed(25.22, NO, NO, NO));
    Map<String, Map<String, String>> factors = new LinkedHashMap<>();
    for (String label : arms.keySet()) {
      String[] levels = label.split(", ");
      factors.put(label, Map.of("network", levels[0], "attention", levels[1]));
    }
    List<Result> results =
        Made.all(
            Made.arm("ResNet, none", 0.80, 0.82),
            Made.arm("ResNet, se", 0.81, 0.83),
            Made.arm("VGG, none", 0.90, 0.91),
            Made.arm("VGG, se", 0.93, 0.94),
            more);
    Reference table = new Reference("SE, table 2", "", "", arms);
    Design design = new Design(factors, new Expected(List.of(), table));
    List<String> labels = List.copyOf(arms.keySet());
    List<Long> seeds = List.of(0L, 1L);
    return new Study("t", "", labels, labels.get(0), seeds, results, Choices.NONE, design);
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
