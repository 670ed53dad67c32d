package io.squeezelab.chart;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Stages;
import io.squeezelab.analysis.Stages.Row;
import io.squeezelab.analysis.Tradeoff.Axis;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Portion;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jfree.chart.LegendItemCollection;
import org.jfree.data.Range;

/** Where the cost lies: an arm a bar, from the stem to the head of its network. */
public final class StagesChart {
  private final Axis axis;
  private final ToLongFunction<Cost> of;
  private final List<Row> rows;
  private final List<String> names;
  private final Scale scale;

  private StagesChart(Stages stages, Axis axis) {
    this.axis = axis;
    of = axis == Axis.MACS ? Cost::macs : Cost::params;
    rows = stages.rows();
    names = Portions.names(rows);
    scale = Scale.of(axis.kind(), most());
  }

  /** Multiply-adds by stage. */
  public static Figure macs(Stages stages, String title, String caption) {
    return new StagesChart(stages, Axis.MACS).draw(new Captioned(title, caption));
  }

  /** Parameters by stage. */
  public static Figure params(Stages stages, String title, String caption) {
    return new StagesChart(stages, Axis.PARAMS).draw(new Captioned(title, caption));
  }

  private double most() {
    return rows.stream().mapToLong(this::total).max().orElse(1);
  }

  private long total(Row row) {
    return row.portions().stream().mapToLong(p -> of.applyAsLong(p.cost())).sum();
  }

  private Figure draw(Captioned plain) {
    List<Row> shown = rows.subList(0, Math.min(rows.size(), Lanes.MOST));
    int hidden = rows.size() - shown.size();
    Captioned around =
        hidden > 0 ? plain.and(" · %d more arms are in the table".formatted(hidden)) : plain;
    Range range = new Range(0, 1.02 * Math.max(most(), 1) / scale.size());
    List<Lanes.Lane> lanes =
        shown.stream()
            .map(
                r ->
                    new Lanes.Lane(
                        r.label(), Numbers.count(total(r)), (pen, x, y, h) -> bar(pen, x, y, h, r)))
            .toList();
    String label = axis.label() + " (" + scale.title() + ")";
    Lanes body = new Lanes(lanes, range, label, "in all", Double.NaN);
    Figure.Drawing drawing =
        look ->
            new Figure.Layers(
                look.chart(around.title(), around.caption(), Panels.paper(look), legend(look)),
                body);
    String what = axis.what();
    String heading = Character.toUpperCase(what.charAt(0)) + what.substring(1) + " by stage";
    String file = "stages-" + axis.name().toLowerCase(Locale.ROOT);
    return new Figure(file, heading, words(), table(), 22 + Lanes.height(lanes.size()), drawing);
  }

  private LegendItemCollection legend(Look look) {
    LegendItemCollection items = new LegendItemCollection();
    names.forEach(
        n ->
            items.add(
                new Legends(look)
                    .shape(n, new Rectangle2D.Double(-6, -5, 12, 10), Portions.tone(names, n))));
    return items;
  }

  private void bar(Pen pen, Ruler x, double y, double height, Row row) {
    double from = 0;
    for (Portion portion : row.portions()) {
      double to = from + of.applyAsLong(portion.cost()) / scale.size();
      Rectangle2D box = x.bar(from, to, y, Math.min(18, 0.76 * height));
      pen.fill(box, Portions.tone(names, portion.name()));
      pen.draw(box, Tone.PAPER, Mark.stroke(1));
      from = to;
    }
  }

  private Table table() {
    Table.Draft table = Table.of("Arm", "Part", axis.label(), "Share (%)");
    for (Row row : rows) {
      long all = total(row);
      for (Portion portion : row.portions()) {
        long count = of.applyAsLong(portion.cost());
        String share = Numbers.percent(count / (double) all);
        table.row(row.label(), portion.name(), Numbers.count(count), share);
      }
    }
    return table.done();
  }

  private String words() {
    List<String> says = new ArrayList<>();
    for (Row row : rows) {
      says.add(
          row.portions().stream()
              .map(p -> p.name() + " " + Numbers.count(of.applyAsLong(p.cost())))
              .collect(Collectors.joining(", ", row.label() + ": ", "")));
    }
    return axis.label() + " by stage. " + String.join("; ", says) + ".";
  }
}
