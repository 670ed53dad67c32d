package io.squeezelab.cli;

import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Portion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers under the parts of their names, each part with the sum of what is in it. Layers of one
 * name and kind, which share their weights, are one row.
 */
final class CostTree {
  private final Map<String, CostTree> parts = new LinkedHashMap<>();
  private final Map<String, List<Line>> own = new LinkedHashMap<>();

  private CostTree() {}

  /** The whole network, stage by stage. */
  static Table table(List<Portion> portions) {
    Table table = new Table("layer", "kind", "output", "parameters", "MACs");
    for (Portion portion : portions) {
      CostTree root = new CostTree();
      portion.lines().forEach(root::put);
      root.rows(table, portion.name(), 0);
    }
    return table;
  }

  private void put(Line line) {
    CostTree at = this;
    for (String part : line.name().split("\\.")) {
      at = at.parts.computeIfAbsent(part, p -> new CostTree());
    }
    at.own.computeIfAbsent(line.kind(), k -> new ArrayList<>()).add(line);
  }

  private void rows(Table table, String name, int depth) {
    if (depth > 0 && parts.isEmpty()) {
      own.forEach((kind, lines) -> row(table, name, kind, lines, depth));
      return;
    }
    Map.Entry<String, CostTree> only = parts.entrySet().iterator().next();
    if (parts.size() == 1 && own.isEmpty() && !only.getValue().parts.isEmpty()) {
      only.getValue().rows(table, name + (depth == 0 ? ": " : ".") + only.getKey(), depth);
      return;
    }
    Cost cost = cost();
    table.row("  ".repeat(depth) + name, "", "", number(cost.params()), number(cost.macs()));
    own.forEach((kind, lines) -> row(table, "·", kind, lines, depth + 1));
    parts.forEach((part, tree) -> tree.rows(table, part, depth + 1));
  }

  private static void row(Table table, String name, String kind, List<Line> lines, int depth) {
    Cost cost = sum(lines);
    String times = lines.size() == 1 ? "" : lines.size() + " x ";
    table.row(
        "  ".repeat(depth) + name,
        times + kind,
        lines.get(lines.size() - 1).out(),
        number(cost.params()),
        number(cost.macs()));
  }

  private Cost cost() {
    Cost inside = parts.values().stream().map(CostTree::cost).reduce(Cost.FREE, Cost::plus);
    return own.values().stream().map(CostTree::sum).reduce(inside, Cost::plus);
  }

  private static Cost sum(List<Line> lines) {
    return lines.stream().map(Line::cost).reduce(Cost.FREE, Cost::plus);
  }

  private static String number(long count) {
    return count == 0 ? "-" : Table.count(count);
  }
}
