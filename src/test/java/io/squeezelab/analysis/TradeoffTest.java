package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.analysis.Tradeoff.Axis;
import io.squeezelab.analysis.Tradeoff.Point;
import io.squeezelab.cost.Cost;
import io.squeezelab.results.Result;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeoffTest {

  @Test
  void frontHoldsWhatNoCheaperPointReaches() {
    assertFront(
        List.of("cheap", "good"),
        point("good", 20, 0.9),
        point("cheap", 10, 0.8),
        point("bad", 15, 0.7));
  }

  @Test
  void ofEquallyCheapPointsTheMoreAccurateIsOnTheFront() {
    assertFront(List.of("b"), point("a", 10, 0.8), point("b", 10, 0.9));
  }

  @Test
  void ofEquallyAccuratePointsTheCheaperIsOnTheFront() {
    assertFront(List.of("a"), point("a", 10, 0.9), point("b", 11, 0.9));
  }

  @Test
  void equalPointsAreBothOnTheFront() {
    assertFront(List.of("a", "b"), point("a", 10, 0.9), point("b", 10, 0.9), point("c", 11, 0.9));
  }

  @Test
  void axisSaysWhichCostIsMeant() {
    Result small = Made.done("a", 0, 0.9, new Cost(5, 0, 100, 0, 0), List.of());
    Summary summary = Summary.of(Made.study(null, List.of(small)));
    assertEquals(5, Tradeoff.of(summary, Axis.PARAMS).points().get(0).cost());
    assertEquals(100, Tradeoff.of(summary, Axis.MACS).points().get(0).cost());
  }

  /** (5 + 2 + 9) numbers at four bytes; 1,000 images a second; 100 seconds: as made up. */
  @Test
  void axesOfMemoryAndTimesAreInBytesAndSeconds() {
    Result small = Made.done("a", 0, 0.9, new Cost(5, 2, 100, 9, 7), List.of());
    Summary summary = Summary.of(Made.study(null, List.of(small)));
    assertEquals(9, Tradeoff.of(summary, Axis.ACTIVATIONS).points().get(0).cost());
    assertEquals(64, Tradeoff.of(summary, Axis.MEMORY).points().get(0).cost());
    assertEquals(0.001, Tradeoff.of(summary, Axis.IMAGE_TIME).points().get(0).cost());
    assertEquals(100, Tradeoff.of(summary, Axis.TRIAL_TIME).points().get(0).cost());
  }

  @Test
  void armsWithoutAccuracyOrCostHaveNoPoint() {
    Study study =
        new Study(
            "s", "", List.of("a", "b"), null, List.of(Made.done("a", 0, 0.9, null, List.of())));
    assertEquals(List.of(), Tradeoff.of(Summary.of(study), Axis.MACS).points());
  }

  @Test
  void notableAreBaselineThenFrontThenTheMostAccurate() {
    Point base = new Point("base", true, 50, Estimate.of(0.1));
    Tradeoff of =
        new Tradeoff(
            Axis.MACS,
            List.of(point("dull", 30, 0.6), point("front", 10, 0.5), point("top", 20, 0.9), base));
    assertEquals(List.of("front", "top", "base"), labels(of.notable(3)));
    assertEquals(List.of("dull", "front", "top", "base"), labels(of.notable(9)));
  }

  private static Point point(String label, long cost, double top1) {
    return new Point(label, false, cost, Estimate.of(top1));
  }

  private static void assertFront(List<String> labels, Point... points) {
    assertEquals(labels, labels(new Tradeoff(Axis.MACS, Arrays.asList(points)).front()));
  }

  private static List<String> labels(List<Point> points) {
    return points.stream().map(Point::label).toList();
  }
}
