package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Contrasts;
import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Factors;
import io.squeezelab.analysis.Factors.Cell;
import io.squeezelab.analysis.Factors.Effect;
import io.squeezelab.analysis.Factors.Margin;
import io.squeezelab.analysis.Front;
import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Spread;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Axis;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What figures say to those who cannot see them, and what they own to have left out. */
class DescriptionsTest {
  private static final double NONE = Double.NaN;

  /** A factor of so many levels beside one of two. */
  private static Factors factors(int levels, List<String> remarks) {
    Estimate mean = Estimate.of(0.90, 0.91);
    List<Margin> margins = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      margins.add(new Margin("a.width", "w" + i, mean));
      cells.add(new Cell("a.width", "w" + i, "gate", "tanh", mean));
      cells.add(new Cell("a.width", "w" + i, "gate", "relu", mean));
    }
    List<Effect> effects =
        List.of(
            new Effect(List.of("a.width"), 1, 1, 9, 0.02, 0.5, 0.6),
            new Effect(List.of("a.width", "gate"), 1, 1, 1, 0.4, 0.1, 0.2));
    Effect error = new Effect(List.of(), 1, 4, NONE, NONE, 0.2, NONE);
    return new Factors(effects, margins, cells, error, List.of(), 6, false, remarks);
  }

  @Test
  void marginsHaveIntervalsAndShares() {
    assertEquals(
        "Mean test accuracy by level: a.width w0 90.50 % [84.15, 96.85]. Effects: a.width η² 0.500,"
            + " p = 0.020.",
        MarginsChart.draw(factors(1, List.of()), "t", "c").description());
  }

  @Test
  void combinationsHaveTheirInteraction() {
    Factors of = factors(1, List.of());
    String cells = "Mean test accuracy: width w0 with gate tanh 90.50 %; width w0 with gate relu";
    assertEquals(
        cells + " 90.50 %. Interaction: η² 0.100, p = 0.400.",
        GridChart.draw(of, "t", "c").description());
    assertEquals(
        cells + " 90.50 %. Interactions: width × gate η² 0.100, p = 0.400.",
        InteractionsChart.draw(of, "t", "c").description());
  }

  /** Of 100 levels 60 are drawn, and of their 200 combinations 60 named. */
  @Test
  void manyLevelsAreCutShort() {
    Factors of = factors(100, List.of());
    for (Figure figure :
        List.of(
            MarginsChart.draw(of, "t", "c"),
            GridChart.draw(of, "t", "c"),
            InteractionsChart.draw(of, "t", "c"))) {
      assertEquals(60, figure.description().split("%").length - 1, figure.name());
      String more = figure.name().equals("factors") ? "40" : "140";
      String said = "; … and " + more + " more in the table";
      assertTrue(figure.description().contains(said), figure.description());
    }
  }

  @Test
  void manyArmsAreCutToThoseThatAreDrawn() {
    Study study = Made.sweep(IntStream.range(0, 100).mapToObj(i -> "arm" + i).toList(), 3);
    Tradeoff tradeoff = Tradeoff.of(Summary.of(study), Axis.MACS);
    Figure points = TradeoffChart.draw(tradeoff, Front.of(study, Axis.MACS), "t", "c");
    assertTrue(points.description().contains("; … and 88 more in the table. On the Pareto front"));
    Figure seeds = SpreadChart.draw(Spread.of(study), "t", "c");
    assertTrue(seeds.description().endsWith("; … and 40 more in the table."), seeds.description());
    Figure forest = ForestChart.draw(Contrasts.of(study), "t", "c");
    assertTrue(forest.description().endsWith("; … and 39 more in the table."));
  }

  @Test
  void aPointHasItsIntervalAndHowSurelyItIsOnTheFront() {
    Study study = Made.study("a", Made.arm("a", 0.90, 0.91, 0.92));
    Tradeoff tradeoff = Tradeoff.of(Summary.of(study), Axis.PARAMS);
    String says =
        TradeoffChart.draw(tradeoff, Front.of(study, Axis.PARAMS), "t", "c").description();
    assertTrue(says.contains("a 91.00 % [88.52, 93.48] at 272,474 parameters, on the front"), says);
    assertTrue(says.contains("a probability of 100 %"), says);
  }

  @Test
  void seedsThatAreMissingAreSaid() {
    Spread of = Spread.of(Made.study("a", Made.all(Made.arm("a", .9, .91), Made.arm("b", .92))));
    String says = SpreadChart.draw(of, "t", "c").description();
    assertTrue(
        says.contains("a from 90.00 to 91.00 %, mean 90.50 [84.15, 96.85] of 2 seeds"), says);
    assertTrue(says.contains("b from 92.00 to 92.00 %, mean 92.00 of 1 of 2 seeds"), says);
  }

  @Test
  void captionsSayWhatIsLeftOut() {
    Factors of = factors(2, List.of("One is out.", "Two are out.", "3.", "4.", "5.", "6."));
    for (Figure figure :
        List.of(
            MarginsChart.draw(of, "t", "c"),
            GridChart.draw(of, "t", "c"),
            InteractionsChart.draw(of, "t", "c"))) {
      String texts = String.join(" ", Texts.of(figure)).replaceAll(" +", " ");
      assertTrue(texts.contains(" · One is out; Two are out; 3; 4; 2 more remarks"), texts);
    }
  }

  @Test
  void aTradeOffSaysWhichArmsHaveNoPoint() {
    List<Result> results =
        Made.all(
            Made.arm("a", 0.90, 0.91, 0.92),
            List.of(Made.ended("b", 0, Ending.DIVERGED, "loss is NaN")));
    Study study = Made.study("a", results);
    Tradeoff tradeoff = Tradeoff.of(Summary.of(study), Axis.MACS);
    Figure figure = TradeoffChart.draw(tradeoff, Front.of(study, Axis.MACS), "t", "c");
    String texts = String.join(" ", Texts.of(figure));
    assertTrue(texts.contains("1 of 2 arms have no completed trial"), texts);
    assertFalse(texts.contains("more remarks"));
  }
}
