package io.squeezelab.search;

import static io.squeezelab.search.FakeSpace.point;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.cost.Cost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedSpaceTest {
  private static final int NO = Point.ABSENT;

  private static RecordedArm arm(String label, Map<String, String> factors) {
    return new RecordedArm(
        label, factors, Cost.ofParams(label.length()), Map.of(0L, Answers.outcome(0.5, 9)));
  }

  /** A reduction under the bottleneck, a kernel under the convolution, and a baseline without. */
  private final RecordedSpace space =
      new RecordedSpace(
          List.of(),
          List.of(
              arm("none", Map.of()),
              arm("b4", Map.of("excite", "bottleneck", "reduction", "4")),
              arm("b8", Map.of("excite", "bottleneck", "reduction", "8")),
              arm("c3", Map.of("excite", "conv1d", "kernel", "3"))),
          "none");

  private Point of(String label) {
    return space.arms().stream()
        .filter(arm -> space.arm(arm).label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private Point raw(Map<String, String> levels) {
    return new Point(
        space.factors().stream()
            .map(f -> Math.max(0, f.levels().indexOf(levels.getOrDefault(f.name(), "?"))))
            .toList());
  }

  @Test
  void theGridIsWhatWasRun() {
    assertEquals(4, new Random(100, 0).points(space).orElseThrow().size());
  }

  @Test
  void aFactorThatMeantNothingIsAbsent() {
    Map<String, String> raw = Map.of("excite", "bottleneck", "reduction", "8", "kernel", "3");
    assertEquals(Optional.of(of("b8")), space.admit(raw(raw)));
  }

  @Test
  void admittedPointsStayAsTheyAre() {
    for (Point arm : space.arms()) {
      assertEquals(Optional.of(arm), space.admit(arm));
    }
  }

  /** The first result is of the level that stands last in the file: it stays last. */
  @Test
  void levelsStandAsOnTheAxesAndNotAsTheyCame() {
    List<Factor> axes =
        List.of(
            new Factor("squeeze", List.of("avg", "max", "std")),
            new Factor("excite", List.of("identity", "conv1d")));
    Space recorded =
        new RecordedSpace(
            axes,
            List.of(
                arm("std conv1d", Map.of("excite", "conv1d", "squeeze", "std")),
                arm("avg conv1d", Map.of("excite", "conv1d", "squeeze", "avg")),
                arm("std identity", Map.of("excite", "identity", "squeeze", "std"))),
            null);
    assertEquals(axes, recorded.factors());
    assertEquals(
        List.of(point(2, 1), point(0, 1), point(2, 0)),
        new LeaveOneOut(Map.of(), Map.of()).points(recorded).orElseThrow());
  }

  @Test
  void theBaselineIsKnown() {
    assertEquals(Optional.of(of("none")), space.baseline());
    assertEquals(point(NO, NO, NO), of("none"));
  }

  @Test
  void costsAreThoseRecorded() {
    assertEquals(2, space.cost(of("b8"), "params"));
  }
}
