package io.squeezelab.cli;

import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Portion;
import java.util.ArrayList;
import java.util.List;

/** Costs of networks as tables: one network by stage, or several beside each other. */
final class CostTable {
  /** What the figures are, for whoever reads them. */
  static final String LEGEND =
      """
      Parameters are those that are trained. MACs are multiply-adds of convolutions and linear layers,
      each counted once; activations the numbers that these write; reads those of a map that squeezes
      and gates read. Left out: biases, norms, activation functions, pooling, gates and sums.
      Attention: what it adds to the network without any, in percent of that.
      """;

  private CostTable() {}

  /** One network: its stages, their sum, and what attention adds to the network without. */
  static Table stages(Costed costed) {
    Table table = new Table("", "parameters", "", "MACs", "", "activations", "reads");
    Cost total = costed.total();
    for (Portion portion : costed.portions()) {
      row(table, portion.name(), portion.cost(), total, "");
    }
    row(table, "network", total, total, "");
    row(table, "of it attention", costed.attention(), costed.without().total(), "+");
    return table;
  }

  private static void row(Table table, String name, Cost cost, Cost whole, String sign) {
    table.row(
        name,
        Table.count(cost.params()),
        share(cost.params(), whole.params(), sign),
        Table.count(cost.macs()),
        share(cost.macs(), whole.macs(), sign),
        Table.count(cost.activations()),
        Table.count(cost.reads()));
  }

  private static String share(long part, long whole, String sign) {
    return (part > 0 ? sign : "") + Table.percent(part, whole);
  }

  /**
   * Several networks, each with the difference to itself without attention; with a column on the
   * image and on the classes where these are not the same for all.
   */
  static Table comparison(List<Costed> all) {
    boolean images = all.stream().map(one -> one.task().input()).distinct().count() > 1;
    boolean classes = all.stream().map(one -> one.task().classes()).distinct().count() > 1;
    List<String> heads = new ArrayList<>(List.of(""));
    heads.addAll(images ? List.of("image") : List.of());
    heads.addAll(classes ? List.of("classes") : List.of());
    heads.addAll(List.of("parameters", "attention", "", "MACs", "attention", "", "reads"));
    Table table = new Table(heads.toArray(String[]::new));
    for (Costed costed : all) {
      List<Object> cells = new ArrayList<>(List.of(costed.name()));
      cells.addAll(images ? List.of(costed.task().input()) : List.of());
      cells.addAll(classes ? List.of(costed.task().classes()) : List.of());
      cells.addAll(compared(costed));
      table.row(cells.toArray());
    }
    return table;
  }

  private static List<String> compared(Costed costed) {
    Cost total = costed.total();
    Cost more = costed.attention();
    Cost base = costed.without().total();
    return List.of(
        Table.count(total.params()),
        Table.signed(more.params()),
        share(more.params(), base.params(), "+"),
        Table.count(total.macs()),
        Table.signed(more.macs()),
        share(more.macs(), base.macs(), "+"),
        Table.count(total.reads()));
  }
}
