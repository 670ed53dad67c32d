package io.squeezelab.chart;

import io.squeezelab.analysis.Contrast;
import io.squeezelab.analysis.Contrasts;
import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jfree.data.Range;

/**
 * Differences to the baseline, an arm a row: the mean over the common seeds with its 95 % interval,
 * p after correction, and what the test finds. What is found above or below has a mark of its own.
 */
public final class ForestChart {
  private static final int FEW = 3;

  private ForestChart() {}

  /**
   * Draws the differences, of which there must be one.
   *
   * @param title above the chart: the question that was asked
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Contrasts of, String title, String caption) {
    List<Contrast> rows = shown(of.rows());
    Range range = range(rows);
    List<Lanes.Lane> lanes =
        rows.stream()
            .map(r -> new Lanes.Lane(r.label(), said(r), (pen, x, y, h) -> mark(pen, x, y, r)))
            .toList();
    String axis = "Test top-1 less that of " + of.baseline() + " (points)";
    String right = "points [95 %], p, finding";
    List<Estimate> all = rows.stream().map(Contrast::difference).toList();
    String hidden =
        rows.size() < of.rows().size()
            ? " · the largest %d of %d differences".formatted(rows.size(), of.rows().size())
            : "";
    String missing = missing(of.missing());
    Captioned around =
        new Captioned(title, caption)
            .and(" · " + of.test() + hidden + missing)
            .and(Whisker.remarks(all, range, 100));
    return new Figure(
        "differences",
        "Difference to the baseline, arm by arm",
        description(of, rows),
        table(of),
        Lanes.height(lanes.size()),
        around.around(new Lanes(lanes, range, axis, right, 0)));
  }

  private static String missing(List<String> of) {
    int more = of.size() - FEW;
    String rest = more > 0 ? "; %d more".formatted(more) : "";
    return of.isEmpty()
        ? ""
        : " · not compared: " + String.join("; ", of.subList(0, Math.min(FEW, of.size()))) + rest;
  }

  /** The largest differences, in their order, where there are too many. */
  private static List<Contrast> shown(List<Contrast> rows) {
    List<Contrast> kept =
        rows.stream()
            .sorted(Comparator.comparingDouble(r -> -Math.abs(r.difference().mean())))
            .limit(Lanes.MOST)
            .toList();
    return rows.stream().filter(kept::contains).toList();
  }

  private static Range range(List<Contrast> rows) {
    double[] means =
        DoubleStream.concat(
                DoubleStream.of(0), rows.stream().mapToDouble(r -> 100 * r.difference().mean()))
            .toArray();
    double[] ends =
        rows.stream()
            .map(Contrast::difference)
            .flatMapToDouble(d -> DoubleStream.of(100 * d.low(), 100 * d.high()))
            .toArray();
    return Extent.of(means, ends, 0.5);
  }

  private static void mark(Pen pen, Ruler x, double y, Contrast of) {
    Mark mark =
        switch (of.finding()) {
          case ABOVE -> Mark.ABOVE;
          case BELOW -> Mark.BELOW;
          case UNTOLD -> Mark.UNTOLD;
        };
    Whisker.draw(pen, x, y, of.difference(), 100, mark.tone());
    mark.draw(pen, x.clipped(100 * of.difference().mean()), y);
  }

  private static String said(Contrast of) {
    Estimate d = of.difference();
    String interval =
        d.bounded() ? " [%s, %s]".formatted(Numbers.points(d.low()), Numbers.points(d.high())) : "";
    String p = Double.isFinite(of.adjusted()) ? ", " + Numbers.chance(of.adjusted()) : "";
    return Numbers.points(d.mean()) + interval + p + ", " + finding(of);
  }

  private static String finding(Contrast of) {
    return of.finding() == Contrast.Finding.UNTOLD
        ? "too few seeds to tell"
        : of.finding().name().toLowerCase(Locale.ROOT);
  }

  private static Table table(Contrasts of) {
    Table.Draft table =
        Table.of(
            "Arm", "Pairs", "Difference (points)", "low", "high", "p", "p adjusted", "Finding");
    for (Contrast r : of.rows()) {
      Estimate d = r.difference();
      table.row(
          r.label(),
          d.n(),
          Numbers.points(d.mean()),
          Numbers.points(d.low()),
          Numbers.points(d.high()),
          Numbers.probability(r.p()),
          Numbers.probability(r.adjusted()),
          finding(r));
    }
    return table.done();
  }

  private static String description(Contrasts of, List<Contrast> shown) {
    List<String> rows = shown.stream().map(r -> r.label() + " " + said(r)).toList();
    return "Test accuracy of each arm less that of %s, in percentage points: %s."
        .formatted(of.baseline(), Clauses.list(rows, of.rows().size()));
  }
}
