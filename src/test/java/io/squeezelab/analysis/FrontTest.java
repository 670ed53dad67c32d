package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Tradeoff.Axis;
import io.squeezelab.cost.Cost;
import io.squeezelab.results.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontTest {

  /**
   * By pencil: b is ahead in the first of three seeds by 0.03, behind in the others by 0.01. It is
   * ahead on average if the first seed is drawn at all: 1 − (2/3)³ = 19/27.
   */
  @Test
  void probabilityIsTheShareOfDrawsOfTheSeeds() {
    Front front = front(arm("a", 10, 0.90, 0.91, 0.92), arm("b", 20, 0.93, 0.90, 0.91));
    assertEquals(2000, front.resamples());
    assertEquals(1, front.arms().get(0).probability());
    assertEquals(19 / 27.0, front.arms().get(1).probability(), 0.03);
    assertTrue(front.arms().get(1).on());
  }

  /** Seeds that all arms find hard do not unsettle the front: they are drawn for all the same. */
  @Test
  void whatSeedsDoToAllArmsAlikeMakesNoDoubt() {
    Front front = front(arm("a", 10, 0.5, 0.7, 0.9), arm("b", 20, 0.501, 0.701, 0.901));
    assertEquals(1, front.arms().get(1).probability());
  }

  @Test
  void equalPointsAreBothOnTheFrontAndDearerOnesAreNot() {
    double[] same = {0.9, 0.91, 0.92};
    Front front = front(arm("a", 10, same), arm("b", 10, same), arm("c", 11, same));
    assertEquals(
        List.of(1.0, 1.0, 0.0), front.arms().stream().map(Front.Place::probability).toList());
  }

  /** By pencil: of 10 to 21 only 20 to 21 is above the floor, by 0.05 of 0.1. */
  @Test
  void hypervolumeIsTheShareOfTheBoxBelowTheFront() {
    Front front = front(arm("a", 10, 0.90, 0.90, 0.90), arm("b", 20, 0.95, 0.95, 0.95));
    assertEquals(10, front.from());
    assertEquals(21, front.limit());
    assertEquals(0.90, front.floor());
    assertEquals(1 * 0.05 / (11 * 0.1), front.hypervolume(), 1e-12);
    assertEquals(front.hypervolume(), front.low(), 1e-12);
    assertEquals(front.hypervolume(), front.high(), 1e-12);
  }

  /** Two quantiles of 27 equally likely samples: the extreme ones have more than 2.5 % each. */
  @Test
  void intervalOfTheHypervolumeGoesFromTheWorstToTheBestOfThreeSeeds() {
    Front front = front(arm("a", 10, 0.90, 0.91, 0.95));
    assertEquals(0, front.low(), 1e-12);
    assertEquals(0.5, front.high(), 1e-12);
    assertEquals(0.2, front.hypervolume(), 1e-12);
  }

  @Test
  void drawsAreTheSameInEveryRun() {
    List<Result> all = Made.all(arm("a", 1, 0.90, 0.93, 0.91), arm("b", 2, 0.92, 0.91, 0.93));
    assertEquals(Front.of(study(all), Axis.MACS), Front.of(study(all), Axis.MACS));
  }

  @Test
  void twoSeedsAreTooFewToDrawFrom() {
    Front front = front(arm("a", 10, 0.90, 0.91), arm("b", 20, 0.93, 0.92));
    assertEquals(0, front.resamples());
    assertEquals(Double.NaN, front.arms().get(0).probability());
    assertEquals(Double.NaN, front.low());
    assertTrue(front.arms().get(1).on());
    assertTrue(front.remarks().get(0).startsWith("2 of 2 arms have fewer than 3 completed seeds"));
  }

  @Test
  void anArmWithFewerSeedsHasNoProbabilityAndTakesNoneFromOthers() {
    Front front =
        front(arm("a", 10, 0.90, 0.91, 0.92), arm("b", 5, 0.99), arm("c", 20, 0.93, 0.94, 0.95));
    assertEquals(List.of(false, true, false), front.arms().stream().map(Front.Place::on).toList());
    assertEquals(1, front.arms().get(2).probability());
    assertEquals(Double.NaN, front.arms().get(1).probability());
  }

  @Test
  void seedsThatAnArmLacksAreNotDrawn() {
    Front front = front(arm("a", 10, 0.90, 0.91, 0.92, 0.99), arm("b", 20, 0.93, 0.94, 0.95));
    assertEquals(3, front.seeds());
    assertTrue(front.remarks().get(0).contains("3 seeds that all of these arms completed"));
  }

  @Test
  void nothingCompletedIsNoFault() {
    assertEquals(List.of(), front(List.of()).arms());
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Front front(List<Result>... arms) {
    return Front.of(study(Made.all(arms)), Axis.MACS);
  }

  private static Study study(List<Result> results) {
    return Made.study(null, results);
  }

  private static List<Result> arm(String label, long macs, double... top1) {
    List<Result> results = new ArrayList<>();
    for (int seed = 0; seed < top1.length; seed++) {
      results.add(Made.done(label, seed, top1[seed], new Cost(1, 0, macs, 1, 1), List.of()));
    }
    return results;
  }
}
