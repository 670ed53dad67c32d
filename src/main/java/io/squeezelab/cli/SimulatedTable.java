package io.squeezelab.cli;

import io.squeezelab.analysis.Median;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.search.Simulation;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Simulated searches, for people. */
record SimulatedTable(Simulations of) {

  static void print(Simulations simulations, PrintWriter out) {
    new SimulatedTable(simulations).print(out);
  }

  private void print(PrintWriter out) {
    int arms = of.recording().space().arms().size();
    out.printf(
        "%s recorded, %s each; best by validation accuracy: %s (%.4f).%n",
        Table.plural(arms, "arm"),
        Table.plural(of.recording().seeds().size(), "seed"),
        of.best().label(),
        of.best().accuracy().orElseThrow());
    if (!of.recording().leftOut().isEmpty()) {
      out.println("Left out, since not all their trials have ended: " + leftOut());
    }
    out.println();
    Table table =
        of.runs().size() == 1
            ? new Table("", "all arms", "search", "share")
            : new Table("", "all arms", "search: median", "least", "most", "share");
    row(table, "trials begun", Simulation::trials, SimulatedTable::whole);
    row(table, "epochs trained", Simulation::epochs, SimulatedTable::whole);
    row(table, "time of workers", Simulation::busy, Numbers::duration);
    row(
        table,
        "time with " + Table.plural(of.workers(), "worker"),
        Simulation::seconds,
        Numbers::duration);
    row(table, "arms trained in full", run -> run.completed().size(), SimulatedTable::whole);
    out.print(table);
    out.println();
    found(out);
  }

  private static String whole(double number) {
    return Table.count(Math.round(number));
  }

  private void row(
      Table table, String name, ToDoubleFunction<Simulation> number, DoubleFunction<String> text) {
    double all = number.applyAsDouble(of.grid());
    double[] each =
        of.runs().stream().mapToDouble(run -> number.applyAsDouble(run.spent())).sorted().toArray();
    double median = Median.of(each).median();
    String share = String.format(Locale.ROOT, "%.0f %%", 100 * median / all);
    if (of.runs().size() == 1) {
      table.row(name, text.apply(all), text.apply(median), share);
    } else {
      table.row(
          name,
          text.apply(all),
          text.apply(median),
          text.apply(each[0]),
          text.apply(each[each.length - 1]),
          share);
    }
  }

  private void found(PrintWriter out) {
    double[] regrets =
        of.runs().stream()
            .filter(run -> run.found() != null)
            .mapToDouble(Simulated::regret)
            .toArray();
    long hits = of.runs().stream().filter(run -> run.best().isEmpty()).count();
    String times = of.runs().size() == 1 ? "" : " in " + hits + " of " + of.runs().size() + " runs";
    String verb = hits == 0 ? "was not trained in full" : "was trained in full" + times;
    out.println("The best arm of all " + verb + ".");
    Map<String, Long> why =
        of.runs().stream()
            .filter(run -> !run.best().isEmpty())
            .collect(Collectors.groupingBy(Simulated::best, TreeMap::new, Collectors.counting()));
    why.forEach((reason, count) -> out.println("  otherwise: " + reason + " (" + count + ")"));
    if (regrets.length > 0) {
      Median regret = Median.of(regrets);
      int worst = of.runs().stream().mapToInt(Simulated::place).max().orElseThrow();
      out.printf(
          "The best arm found has place %s of %d; its validation accuracy is %.2f points below.%n",
          of.runs().size() == 1 ? worst : "1 to " + worst,
          of.ranking().order().size(),
          100 * regret.median());
    }
    double[] front = of.runs().stream().mapToDouble(Simulated::front).toArray();
    String number = String.format(Locale.ROOT, "%.0f", Median.of(front).median());
    String measure = of.cost().toString();
    out.printf(
        "Of the %d arms on the front of accuracy and %s it trained %s in full.%n",
        of.ranking().front(of.cost()).size(), measure, number);
  }

  private String leftOut() {
    return String.join(", ", of.recording().leftOut());
  }
}
