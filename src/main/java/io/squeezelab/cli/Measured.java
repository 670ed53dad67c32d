package io.squeezelab.cli;

import io.squeezelab.analysis.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What was measured with one size of batch.
 *
 * @param drift see {@link Turns#drift}
 * @param neighbours cores that other processes kept busy meanwhile; NaN where not known
 */
record Measured(int batch, List<Row> networks, double drift, double neighbours) {
  /** Beyond it the machine's speed changed while it measured. */
  private static final double STEADY = 0.05;

  /**
   * One network's line.
   *
   * @param ofReference time as a multiple of the reference's in the same round
   * @param memory bytes that training steps of this batch need at most; 0 where not measured
   */
  record Row(String label, Median milliseconds, Median ofReference, long memory) {}

  static Measured of(Turns turns, int batch, double neighbours, List<Long> memory) {
    List<Row> rows =
        IntStream.range(0, turns.labels().size())
            .mapToObj(
                i ->
                    new Row(
                        turns.labels().get(i),
                        turns.milliseconds(i),
                        turns.ofReference(i),
                        memory.get(i)))
            .toList();
    return new Measured(batch, rows, turns.drift(), neighbours);
  }

  Table table() {
    Table table =
        new Table(
            "batch " + batch,
            "ms: median",
            "95 % interval",
            "of the reference",
            "95 % interval",
            "training step");
    for (Row row : networks) {
      boolean reference = row == networks.get(0);
      table.row(
          row.label(),
          figure(row.milliseconds().median()),
          interval(row.milliseconds()),
          reference ? "1" : ratio(row.ofReference().median()),
          reference ? "" : ratio(row.ofReference().low()) + " - " + ratio(row.ofReference().high()),
          row.memory() == 0 ? "" : Math.round(row.memory() / 1e6) + " MB");
    }
    return table;
  }

  /** What is to be known about the figures. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        String.format(
            Locale.ROOT,
            "The reference drifted by %+.1f %% from first to last third.",
            100 * drift));
    if (Math.abs(drift) > STEADY) {
      remarks.add("The machine's speed changed: compare the ratios, not the times.");
    }
    return remarks;
  }

  private static String interval(Median median) {
    return figure(median.low()) + " - " + figure(median.high());
  }

  private static String figure(double ms) {
    return Double.isNaN(ms) ? "?" : String.format(Locale.ROOT, ms < 10 ? "%.3f" : "%.1f", ms);
  }

  private static String ratio(double ratio) {
    return Double.isNaN(ratio) ? "?" : String.format(Locale.ROOT, "%.3f", ratio);
  }
}
