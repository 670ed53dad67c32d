package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Contrast;
import io.squeezelab.analysis.Contrast.Finding;
import io.squeezelab.analysis.Contrasts;
import io.squeezelab.analysis.Coordinates;
import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Excitation;
import io.squeezelab.analysis.Factors;
import io.squeezelab.analysis.Factors.Cell;
import io.squeezelab.analysis.Factors.Effect;
import io.squeezelab.analysis.Factors.Margin;
import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.MadeGates;
import io.squeezelab.analysis.Ranks;
import io.squeezelab.analysis.Ranks.Rank;
import io.squeezelab.analysis.Spread;
import io.squeezelab.analysis.Stages;
import io.squeezelab.analysis.Timeline;
import io.squeezelab.analysis.Timeline.Bar;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Portion;
import io.squeezelab.trial.Outcome.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Structure and numbers of charts, from records made up by hand. */
class ChartsTest {
  private static final double NONE = Double.NaN;

  private static Contrast contrast(String label, Finding finding, double p, double... pairs) {
    Estimate of = Estimate.of(pairs);
    return new Contrast(label, of, NONE, NONE, NONE, p, NONE, NONE, p, p, finding, 0, NONE, NONE);
  }

  private static Factors factors() {
    Estimate low = Estimate.of(0.90, 0.91);
    Estimate high = Estimate.of(0.92, 0.93);
    return new Factors(
        List.of(
            new Effect(List.of("a.squeeze"), 1, 1, 9, 0.02, 0.5, 0.6),
            new Effect(List.of("a.squeeze", "b.excite"), 1, 1, 1, 0.4, 0.1, 0.2)),
        List.of(
            new Margin("a.squeeze", "avg", low),
            new Margin("a.squeeze", "max", high),
            new Margin("b.excite", "mlp", Estimate.NONE)),
        List.of(
            new Cell("a.squeeze", "avg", "b.excite", "mlp", low),
            new Cell("a.squeeze", "max", "b.excite", "mlp", high),
            new Cell("a.squeeze", "max", "b.excite", "conv", high)),
        new Effect(List.of(), 1, 4, NONE, NONE, 0.2, NONE),
        List.of(),
        6,
        false,
        List.of());
  }

  @Test
  void forestHasDifferenceIntervalProbabilityAndFinding() {
    Contrasts of =
        new Contrasts(
            "none",
            "paired t, Holm",
            List.of(
                contrast("se", Finding.ABOVE, 0.0004, 0.01, 0.012),
                contrast("eca", Finding.UNTOLD, NONE, -0.002)),
            List.of("sk: no common seed"));
    Figure figure = ForestChart.draw(of, "Which?", "2 seeds");
    List<String> row = figure.numbers().rows().get(0);
    assertEquals(List.of("se", "2", "+1.10", "−0.17", "+2.37", "< 0.001", "< 0.001", "above"), row);
    List<String> texts = Texts.of(figure);
    assertTrue(texts.contains("Test top-1 less that of none (points)"), texts.toString());
    assertTrue(texts.contains("+1.10 [−0.17, +2.37], p < 0.001, above"), texts.toString());
    assertTrue(texts.contains("−0.20, too few seeds to tell"), "one pair has no interval");
    assertTrue(String.join(" ", texts).contains("not compared: sk: no common seed"));
  }

  @Test
  void everySeedIsADot() {
    Spread of = Spread.of(Made.study("a", Made.all(Made.arm("a", .9, .91), Made.arm("b", .92))));
    Figure figure = SpreadChart.draw(of, "t", "c");
    assertEquals("0: 90.00, 1: 91.00", figure.numbers().rows().get(0).get(7));
    assertTrue(Texts.of(figure).contains("1 of 2"), "b lacks a seed");
    assertTrue(String.join(" ", Texts.of(figure)).contains("no bar: one seed"));
  }

  @Test
  void factorsHaveTheirLevelsUnderThem() {
    Figure figure = MarginsChart.draw(factors(), "t", "c");
    List<String> texts = Texts.of(figure);
    assertTrue(texts.contains("squeeze  (η² 0.500, p = 0.020)"), texts.toString());
    assertTrue(texts.containsAll(List.of("avg", "max", "Test top-1 (%)")));
    assertFalse(texts.contains("mlp"), "a level without a mean has no row");
    assertEquals("–", figure.numbers().rows().get(2).get(3), "the table says so");
  }

  @Test
  void gridShowsEachCombinationAndWhatIsMissing() {
    Figure figure = GridChart.draw(factors(), "t", "c");
    List<String> texts = Texts.of(figure);
    assertTrue(texts.containsAll(List.of("90.50", "92.50", "–")), texts.toString());
    assertEquals(3, figure.numbers().rows().size());
  }

  @Test
  void interactionsNameEveryLine() {
    List<String> texts = Texts.of(InteractionsChart.draw(factors(), "t", "c"));
    assertTrue(texts.contains("squeeze × excite, η² 0.100, p = 0.400"), texts.toString());
    assertTrue(texts.containsAll(List.of("mlp", "conv", "avg", "max")), texts.toString());
  }

  @Test
  void parallelCoordinatesHaveAnAxisForEachFactorAndNameTheBest() {
    List<Coordinates.Line> lines = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      List<String> levels = List.of("l" + i % 2, "m" + i);
      Estimate top1 = Estimate.of(0.9 + 0.01 * i);
      lines.add(new Coordinates.Line("arm" + i, i == 0, levels, Made.COST, top1));
    }
    Figure figure = ParallelChart.draw(new Coordinates(List.of("x.one", "two"), lines), "t", "c");
    List<String> texts = Texts.of(figure);
    assertTrue(texts.containsAll(List.of("one", "two", "parameters", "test top-1 (%)")));
    assertTrue(texts.containsAll(List.of("arm4", "arm3", "arm2", "l0", "m4", "94.00")));
    assertFalse(texts.contains("arm1"));
    assertEquals(5, figure.numbers().rows().size());
  }

  @Test
  void ranksShowTheCriticalDifferenceAndWhatItJoins() {
    List<Rank> ranks = List.of(new Rank("a", 1.25), new Rank("b", 1.75), new Rank("c", 3));
    List<String> sets = List.of("x", "y", "z", "w");
    Ranks of = new Ranks(ranks, sets, .04, .01, 1.66, List.of(List.of("a", "b")), List.of());
    Figure figure = RanksChart.draw(of, "t", "c");
    assertTrue(Texts.of(figure).contains("critical difference 1.66"), figure.svg());
    assertEquals(List.of("b", "1.75", "1"), figure.numbers().rows().get(1));
    assertEquals("", figure.numbers().rows().get(2).get(2), "c is in no group");
  }

  @Test
  void stagesAddUpToTheWholeNetwork() {
    Dims map = new Dims(1, 1, 1);
    List<Portion> parts = new ArrayList<>();
    for (String name : List.of("stem", "stage 1", "head")) {
      Cost cost = new Cost(1000, 0, 2000, 0, 0);
      parts.add(new Portion(name, List.of(new Line(name, "conv", map, map, cost))));
    }
    Stages of = new Stages(List.of(new Stages.Row("se", false, parts)), 1);
    Figure figure = StagesChart.params(of, "t", "c");
    assertTrue(Texts.of(figure).containsAll(List.of("3,000", "stem", "stage 1", "head")));
    assertEquals(List.of("se", "stem", "1,000", "33.33"), figure.numbers().rows().get(0));
    assertEquals("stages-macs", StagesChart.macs(of, "t", "c").name());
  }

  @Test
  void timelineTellsEndingsApart() {
    List<Bar> bars =
        List.of(
            new Bar(0, "cpu", "se", 0, 1, Ending.COMPLETED, 0, 40),
            new Bar(1, "cpu", "se", 1, 1, Ending.OUT_OF_MEMORY, 0, 90));
    Timeline of = new Timeline(Instant.parse("2026-03-01T10:00:00Z"), 90, 2, bars, 1);
    Figure figure = TimelineChart.draw(of, "t", "c");
    List<String> texts = Texts.of(figure);
    assertTrue(texts.containsAll(List.of("completed", "out of memory", "se, 0")), texts.toString());
    assertTrue(String.join(" ", texts).contains("1 trials without a time"));
    assertEquals(
        "2 attempts on 2 lanes in 90.0 s: 1 completed, 1 out of memory.", figure.description());
  }

  @Test
  void withinAClassTwoClassesHaveTheirDeviations() {
    Excitation of = Excitation.of(MadeGates.of(6, 16, 10));
    Figure figure = ProfilesChart.within(of, "w", "t", "c");
    List<String> texts = Texts.of(figure);
    assertTrue(texts.containsAll(List.of("class 0", "class 9")), texts.toString());
    assertFalse(texts.contains("all classes"));
    assertEquals("Images", figure.numbers().header().get(2));
  }

  @Test
  void fortyArmsWithLongNamesKeepTheirRowsApart() {
    List<String> arms =
        IntStream.range(0, 40)
            .mapToObj(i -> "a name that is far too long to be shown " + i)
            .toList();
    Figure figure = SpreadChart.draw(Spread.of(Made.sweep(arms, 2)), "t", "c");
    assertTrue(figure.height() >= 40 * 16, "16 units a row");
    assertEquals(40, Texts.of(figure).stream().filter(t -> t.startsWith("a name")).count());
  }
}
