package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.experiment.Budget;
import io.squeezelab.experiment.Excluded;
import io.squeezelab.experiment.Expansion;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.search.Asha;
import io.squeezelab.search.Grid;
import io.squeezelab.search.Halving;
import io.squeezelab.search.Point;
import io.squeezelab.search.Search;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an experiment's axes became trials, with a count at every step.
 *
 * @param arms that the search asks for; empty where that depends on outcomes
 * @param beside arms that stand beside the combinations, the baseline among them where it is none
 */
record Steps(Experiment experiment, Expansion expansion, Optional<Integer> arms, int beside) {

  /** Empty for an experiment without axes. */
  static Optional<Steps> of(Experiment experiment) {
    return experiment.space().expansion().map(expansion -> of(experiment, expansion));
  }

  private static Steps of(Experiment experiment, Expansion expansion) {
    Optional<List<Point>> points = experiment.search().points(experiment.space());
    long on =
        points.orElse(List.of()).stream()
            .map(point -> experiment.space().arm(point).label())
            .distinct()
            .count();
    int beside = experiment.arms().size() - (int) on;
    return new Steps(experiment, expansion, points.map(all -> (int) on), beside);
  }

  Table table() {
    Table table = new Table("step", "combinations");
    String all = String.format(Locale.ROOT, "%,d", expansion.combinations());
    table.row("of the axes", all);
    if (!expansion.whole()) {
      table.row("looked at", Table.count(expansion.seen()));
    }
    less(table, "the same as another: an axis has no meaning there", expansion.joined());
    less(table, "the same trial as another, written differently", expansion.duplicates());
    for (Excluded by : expansion.excluded()) {
      table.row(by.rule() + "  (" + by.place() + ")", Table.signed(-by.count()));
    }
    less(table, "they make no sense, and the search does not ask for them", expansion.refused());
    table.row(expansion.whole() ? "left" : "left of these", Table.count(expansion.left()));
    String search = Family.name(experiment.search().getClass());
    if (!(experiment.search() instanceof Grid)) {
      table.row("asked for by the search, " + search, arms.map(Table::count).orElse("as it goes"));
    }
    if (beside > 0) {
      table.row("arms beside the combinations", "+" + Table.count(beside));
    }
    return table;
  }

  private static void less(Table table, String step, long count) {
    if (count > 0) {
      table.row(step, Table.signed(-count));
    }
  }

  ObjectNode tree() {
    ObjectNode tree = Trees.object();
    tree.put("combinations", expansion.combinations());
    tree.put("looked-at", expansion.seen());
    tree.put("joined", expansion.joined());
    tree.put("duplicates", expansion.duplicates());
    ArrayNode excluded = tree.putArray("excluded");
    expansion.excluded().forEach(by -> excluded.add(Print.tree(by)));
    tree.put("left", expansion.left());
    tree.set("search", Print.tree(experiment.search()));
    tree.set("asked-for", Print.tree(arms.orElse(null)));
    tree.put("beside", beside);
    return tree;
  }

  /** What is run of it, where that is not all. */
  static List<String> limits(Experiment experiment) {
    List<String> lines = new ArrayList<>();
    Search search = experiment.search();
    if (search instanceof Halving || search instanceof Asha) {
      lines.add("Most of these trials are stopped early.");
    }
    Budget budget = experiment.budget();
    List<String> ends = new ArrayList<>();
    if (budget.trials() > 0) {
      ends.add(Table.plural(budget.trials(), "trial") + " in all");
    }
    if (budget.epochs() > 0) {
      ends.add(Table.plural(budget.epochs(), "epoch") + " in all");
    }
    if (budget.time() != null) {
      ends.add(budget.time() + " of one run");
    }
    if (!ends.isEmpty()) {
      lines.add("The budget ends the sweep after " + String.join(" or ", ends) + ".");
    }
    return lines;
  }
}
