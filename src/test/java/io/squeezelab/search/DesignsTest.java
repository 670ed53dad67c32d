package io.squeezelab.search;

import static io.squeezelab.search.FakeSpace.point;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Searches whose arms are known beforehand: one factor at a time, and one component left out. */
class DesignsTest {

  private static List<Point> points(Search search, Space space) {
    return search.points(space).orElseThrow();
  }

  private static Search of(String text) {
    return Bind.inline(Search.class, text);
  }

  @Test
  void oneFactorDeviatesFromTheBaselineOnceEach() {
    Space space = new FakeSpace(3, 2).baseline(1, 0);
    assertEquals(
        List.of(point(1, 0), point(0, 0), point(2, 0), point(1, 1)),
        points(of("one-factor"), space));
  }

  /** From a level without the factor to one with it: at the factor's first level. */
  @Test
  void aFactorThatAppearsHasItsFirstLevel() {
    Space space = new FakeSpace(2, 3).conditional().baseline(0, Point.ABSENT);
    assertEquals(List.of(point(0, Point.ABSENT), point(1, 0)), points(of("one-factor"), space));
  }

  @Test
  void oneFactorNeedsABaselineOnTheGrid() {
    Problem problem =
        assertThrows(Problem.class, () -> points(of("one-factor"), new FakeSpace(2, 2)));
    assertEquals(
        "starts from the baseline, which has to be a combination of the axes",
        problem.getMessage());
  }

  @Test
  void leaveOneOutTakesEachComponentAway() {
    assertEquals(
        List.of(point(1, 2, 1), point(0, 2, 1), point(1, 0, 1), point(1, 2, 0)),
        points(of("leave-one-out"), new FakeSpace(2, 3, 2)));
  }

  @Test
  void theFullModuleAndWhatIsLeftOutMayBeOtherLevels() {
    Space space = new FakeSpace(2, 3, 2);
    assertEquals(
        List.of(point(1, 1, 1), point(0, 1, 1), point(1, 0, 1)),
        points(of("{type: leave-one-out, full: {f1: 1}, without: {f2: 1}}"), space));
  }

  @Test
  void aComparisonThatIsExcludedIsNamed() {
    Space space = new FakeSpace(2, 3).baseline(0, 0).only(p -> !p.equals(point(0, 2)));
    assertEquals(
        List.of("Nothing compares f1 = 1=2 with 1=0: excluded by the experiment."),
        of("one-factor").remarks(space));
    assertEquals(
        List.of("Nothing compares f0 = 0=0 with 0=1: excluded by the experiment."),
        of("leave-one-out").remarks(space));
  }

  @Test
  void whereNothingIsExcludedThereIsNothingToSay() {
    Space space = new FakeSpace(2, 3).conditional().baseline(0, Point.ABSENT);
    assertEquals(List.of(), of("one-factor").remarks(space));
    assertEquals(List.of(), of("leave-one-out").remarks(space));
  }

  /** Where its arms come from has something to say too. */
  @Test
  void halvingPassesOnWhatItsArmsSay() {
    Space space = new FakeSpace(2, 3).baseline(0, 0).only(p -> !p.equals(point(0, 2)));
    assertEquals(
        "Nothing compares f1 = 1=2 with 1=0: excluded by the experiment.",
        of("{type: halving, of: one-factor}").remarks(space).get(1));
    assertEquals(
        "Nothing compares f1 = 1=2 with 1=0: excluded by the experiment.",
        of("{type: asha, of: one-factor}").remarks(space).get(2));
  }

  @Test
  void aFullModuleThatIsExcludedIsRefused() {
    Space space = new FakeSpace(2, 3).only(p -> !p.equals(point(1, 2)));
    Problem problem = assertThrows(Problem.class, () -> points(of("leave-one-out"), space));
    assertEquals("full", problem.path());
    assertEquals("is excluded by the experiment: f0 = 0=1, f1 = 1=2", problem.getMessage());
  }

  /** The level's label has the field's name in it. */
  @Test
  void aLevelIsReadOnceBehindItsFactor() {
    Factor factor = new Factor("attention.excite.reduction", List.of("reduction=2", "auto"));
    assertEquals("2", factor.value(0));
    assertEquals("auto", factor.value(1));
  }

  @Test
  void aWrongFactorIsNamed() {
    Problem problem =
        assertThrows(
            Problem.class,
            () -> points(of("{type: leave-one-out, full: {f7: 1}}"), new FakeSpace(2, 2)));
    assertEquals("full.f7", problem.path());
    assertEquals("unknown factor 'f7'; allowed: f0, f1; did you mean 'f0'?", problem.getMessage());
  }

  @Test
  void aWrongLevelIsNamed() {
    Problem problem =
        assertThrows(
            Problem.class,
            () -> points(of("{type: leave-one-out, full: {f1: 9}}"), new FakeSpace(2, 2)));
    assertEquals("full.f1", problem.path());
    assertEquals("unknown level '9'; allowed: 1=0, 1=1", problem.getMessage());
  }

  @Test
  void aGridBeyondAMillionIsRefused() {
    Problem problem =
        assertThrows(Problem.class, () -> points(of("grid"), new FakeSpace(100, 100, 101)));
    assertEquals(
        "the grid has 1.01e+06 combinations, over a million: random and evolution take some of"
            + " them",
        problem.getMessage());
  }
}
