package io.squeezelab.chart;

import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Factors;
import io.squeezelab.analysis.Factors.Margin;
import io.squeezelab.analysis.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.data.Range;

/**
 * What each factor of a grid does: the mean accuracy at each of its levels, over all levels of the
 * others, with its share of the variance.
 */
public final class MarginsChart {
  private MarginsChart() {}

  /**
   * Draws the means, of which there must be one.
   *
   * @param title above the chart: the question that was asked
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Factors of, String title, String caption) {
    List<Margin> known =
        of.margins().stream().filter(m -> Double.isFinite(m.mean().mean())).toList();
    List<Margin> shown = known.subList(0, Math.min(known.size(), Lanes.MOST));
    List<Estimate> means = shown.stream().map(Margin::mean).toList();
    Range range = range(means);
    List<Lanes.Lane> lanes = lanes(of, shown);
    int hidden = of.margins().size() - shown.size();
    String more = hidden > 0 ? " · %d more levels are in the table".formatted(hidden) : "";
    Captioned around =
        new Captioned(title, caption)
            .and(" · mean over the other factors, bar: 95 % interval from the pooled error" + more)
            .and(Whisker.remarks(means, range, 100))
            .and(Clauses.remarks(of.remarks()));
    return new Figure(
        "factors",
        "Accuracy at each level of each factor",
        description(of, shown),
        table(of),
        Lanes.height(lanes.size()) + around.room(),
        around.around(new Lanes(lanes, range, "Test top-1 (%)", "", Double.NaN)));
  }

  private static List<Lanes.Lane> lanes(Factors of, List<Margin> shown) {
    List<Lanes.Lane> lanes = new ArrayList<>();
    String last = null;
    for (Margin m : shown) {
      if (!m.factor().equals(last)) {
        String effect = Terms.effect(of, m.factor());
        String says = effect.isEmpty() ? "" : "  (" + effect + ")";
        lanes.add(Lanes.Lane.heading(Terms.brief(m.factor()) + says, ""));
      }
      last = m.factor();
      lanes.add(new Lanes.Lane(m.level(), said(m.mean()), (pen, x, y, h) -> mark(pen, x, y, m)));
    }
    return lanes;
  }

  private static void mark(Pen pen, Ruler x, double y, Margin of) {
    Whisker.draw(pen, x, y, of.mean(), 100, Mark.ARM.tone());
    Mark.ARM.draw(pen, x.at(100 * of.mean().mean()), y);
  }

  private static String said(Estimate of) {
    return Numbers.percent(of.mean()) + (of.bounded() ? " ± " + Numbers.size(of.half()) : "");
  }

  private static Range range(List<Estimate> of) {
    double[] means = of.stream().mapToDouble(e -> 100 * e.mean()).toArray();
    double[] ends =
        of.stream().flatMapToDouble(e -> DoubleStream.of(100 * e.low(), 100 * e.high())).toArray();
    return Extent.percent(Extent.of(means, ends, 0.5));
  }

  private static Table table(Factors of) {
    Table.Draft table = Table.of("Factor", "Level", "n", "Test top-1 (%)", "low", "high");
    for (Margin m : of.margins()) {
      Object[] mean = Table.percent(m.mean());
      table.row(m.factor(), m.level(), m.mean().n(), mean[0], mean[1], mean[2]);
    }
    return table.done();
  }

  private static String description(Factors of, List<Margin> shown) {
    List<String> levels =
        shown.stream().map(m -> m.factor() + " " + m.level() + " " + spoken(m.mean())).toList();
    List<String> effects =
        shown.stream()
            .map(Margin::factor)
            .distinct()
            .filter(factor -> !Terms.effect(of, factor).isEmpty())
            .map(factor -> factor + " " + Terms.effect(of, factor))
            .toList();
    String shares = effects.isEmpty() ? "" : " Effects: " + String.join("; ", effects) + ".";
    return "Mean test accuracy by level: %s.".formatted(Clauses.list(levels, of.margins().size()))
        + shares;
  }

  private static String spoken(Estimate of) {
    return Numbers.percent(of.mean()) + " %" + Whisker.spoken(of);
  }
}
