package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.analysis.Median;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
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
   * @param memory that training steps of this batch need; null where not measured
   */
  record Row(String label, Median milliseconds, Median ofReference, Need memory) {}

  static Measured of(Turns turns, int batch, double neighbours, List<Need> memory) {
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
    List<String> heads = new ArrayList<>(List.of("batch " + batch, "ms: median", "95 % interval"));
    heads.addAll(List.of("of the reference", "95 % interval"));
    boolean memory = networks.stream().anyMatch(row -> row.memory() != null);
    heads.addAll(memory ? List.of("training step", "range") : List.of());
    Table table = new Table(heads.toArray(String[]::new));
    for (Row row : networks) {
      boolean reference = row == networks.get(0);
      Median ratio = row.ofReference();
      List<String> cells = new ArrayList<>(List.of(row.label()));
      cells.addAll(List.of(figure(row.milliseconds().median()), interval(row.milliseconds())));
      cells.add(reference ? "1" : ratio(ratio.median()));
      cells.add(reference ? "" : ratio(ratio.low()) + " - " + ratio(ratio.high()));
      if (memory) {
        cells.add(row.memory() == null ? "?" : row.memory().typical());
        cells.add(row.memory() == null ? "" : row.memory().range());
      }
      table.row(cells.toArray());
    }
    return table;
  }

  /** For machines: null for what is not known, nothing on memory that was not measured. */
  ObjectNode tree() {
    ObjectNode tree = Trees.object().put("batch", batch);
    ArrayNode rows = tree.putArray("networks");
    for (Row row : networks) {
      ObjectNode one = rows.addObject().put("label", row.label());
      one.set("milliseconds", tree(row.milliseconds()));
      one.set("of-reference", tree(row.ofReference()));
      if (row.memory() != null) {
        one.set("memory", Print.tree(row.memory()));
      }
    }
    return tree.put("drift", known(drift)).put("neighbours", known(neighbours));
  }

  private static ObjectNode tree(Median median) {
    ObjectNode tree = Trees.object().put("n", median.n()).put("median", known(median.median()));
    return tree.put("low", known(median.low())).put("high", known(median.high()));
  }

  private static Double known(double number) {
    return Double.isNaN(number) ? null : number;
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

  /** The last line: under what conditions the figures were measured. */
  static String how(Dims input, String device, int threads, int rounds) {
    String each = Table.plural(threads, "thread") + ", " + Table.plural(rounds, "round");
    String turns = " in turns with the reference, which stands first.";
    return input + " on " + device + ", " + each + turns;
  }
}
