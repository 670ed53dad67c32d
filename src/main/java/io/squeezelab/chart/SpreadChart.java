package io.squeezelab.chart;

import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Spread;
import io.squeezelab.analysis.Spread.Row;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jfree.data.Range;

/**
 * The test accuracy of every seed as a dot, an arm a row, with the mean and its 95 % interval; from
 * eight seeds on the quartiles as a box.
 */
public final class SpreadChart {
  private static final int BOXED = 8;

  private SpreadChart() {}

  /**
   * Draws the accuracies, of which there must be one.
   *
   * @param title above the chart: the question that was asked
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Spread of, String title, String caption) {
    Spread shown = of.highest(Lanes.MOST);
    Range range = range(shown.rows());
    List<Lanes.Lane> lanes =
        shown.rows().stream()
            .map(r -> new Lanes.Lane(r.label(), n(r), (pen, x, y, h) -> draw(pen, x, y, h, r)))
            .toList();
    boolean boxes = shown.rows().stream().anyMatch(r -> r.n() >= BOXED);
    int hidden = of.rows().size() - shown.rows().size();
    String more = hidden > 0 ? " · %d more arms are in the table".formatted(hidden) : "";
    Captioned around =
        new Captioned(title, caption)
            .and(" · dot: a seed; line: mean; bar: its 95 % interval")
            .and((boxes ? "; box: quartiles" : "") + more)
            .and(
                Whisker.remarks(shown.rows().stream().map(SpreadChart::mean).toList(), range, 100));
    return new Figure(
        "accuracies",
        "Test accuracy of every seed",
        description(shown, of.rows().size()),
        table(of),
        Lanes.height(lanes.size()),
        around.around(new Lanes(lanes, range, "Test top-1 (%)", "seeds", Double.NaN)));
  }

  private static Estimate mean(Row of) {
    return Estimate.of(of.values().values().stream().mapToDouble(v -> v).toArray());
  }

  private static String n(Row of) {
    return of.missing() == 0 ? "" + of.n() : "%d of %d".formatted(of.n(), of.n() + of.missing());
  }

  private static Range range(List<Row> rows) {
    double[] values =
        rows.stream()
            .flatMap(r -> r.values().values().stream())
            .mapToDouble(v -> 100 * v)
            .toArray();
    double[] ends =
        rows.stream()
            .map(SpreadChart::mean)
            .flatMapToDouble(e -> DoubleStream.of(100 * e.low(), 100 * e.high()))
            .toArray();
    return Extent.percent(Extent.of(values, ends, 0.5));
  }

  private static void draw(Pen pen, Ruler x, double y, double height, Row of) {
    Mark mark = of.baseline() ? Mark.BASELINE : Mark.ARM;
    double reach = Math.min(8, 0.4 * height);
    if (of.n() >= BOXED) {
      Rectangle2D box = x.bar(100 * of.lower(), 100 * of.upper(), y, 2 * reach);
      pen.fill(box, Tone.GRID);
      pen.draw(box, Tone.LEADER, Mark.stroke(0.8f));
    }
    Estimate mean = mean(of);
    Whisker.draw(pen, x, y, mean, 100, Tone.LEADER);
    for (double value : of.values().values()) {
      mark.small(pen, x.at(100 * value), y);
    }
    double at = x.at(100 * mean.mean());
    pen.line(at, y - reach, at, y + reach, Tone.INK, Mark.stroke(2));
  }

  private static Table table(Spread of) {
    Table.Draft table =
        Table.of("Arm", "n", "Missing", "Mean (%)", "low", "high", "Median (%)", "Seeds (%)");
    for (Row row : of.rows()) {
      Object[] mean = Table.percent(mean(row));
      String median = Numbers.percent(row.median());
      table.row(row.label(), row.n(), row.missing(), mean[0], mean[1], mean[2], median, seeds(row));
    }
    return table.done();
  }

  private static String seeds(Row of) {
    return of.values().entrySet().stream()
        .map(e -> e.getKey() + ": " + Numbers.percent(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String description(Spread shown, int all) {
    List<String> rows = shown.rows().stream().map(SpreadChart::words).toList();
    return "Test accuracy over the seeds: %s.".formatted(Clauses.list(rows, all));
  }

  private static String words(Row of) {
    Estimate mean = mean(of);
    return "%s from %s to %s %%, mean %s%s of %s seeds"
        .formatted(
            of.label(),
            Numbers.percent(of.lowest()),
            Numbers.percent(of.highest()),
            Numbers.percent(mean.mean()),
            Whisker.spoken(mean),
            n(of));
  }
}
