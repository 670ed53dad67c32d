package io.squeezelab.report;

import io.squeezelab.analysis.Arm;
import io.squeezelab.analysis.Beside;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.chart.Table;
import io.squeezelab.cost.Cost;
import io.squeezelab.experiment.Reference.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Our rows beside a publication's, with whatever else its table prints. */
record Publication(Beside beside, Study study, Summary summary) {
  private record Column(String heading, Function<Beside.Row, String> cell) {}

  Listing listing() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("Arm", Beside.Row::label));
    columns.add(held("n", "n"));
    columns.add(held("Our error (%)", "error"));
    columns.add(held("Printed (%)", "printed"));
    columns.add(held("Our difference [95 % interval]", "delta"));
    columns.add(held("Printed difference", "printed-delta"));
    if (prints(Printed::top5Error)) {
      columns.add(printed("Printed top-5 error (%)", Printed::top5Error));
    }
    if (prints(Printed::gmacs)) {
      columns.add(ours("Our GMACs", cost -> cost.macs() / 1e9));
      columns.add(printed("Printed GMACs", Printed::gmacs));
    }
    if (prints(Printed::mparams)) {
      columns.add(ours("Our parameters (millions)", cost -> cost.params() / 1e6));
      columns.add(printed("Printed parameters (millions)", Printed::mparams));
    }
    Table table = new Table(columns.stream().map(Column::heading).toList(), rows(columns));
    String note =
        "Errors are 100 % less the test accuracy; other data and networks have other errors, so that"
            + " differences and order are what can be compared.";
    String caption =
        "Our test errors and the printed ones; each difference to its own baseline, in points";
    return new Listing(caption, table, List.of(note));
  }

  private List<List<String>> rows(List<Column> columns) {
    return beside.rows().stream()
        .map(row -> columns.stream().map(c -> c.cell.apply(row)).toList())
        .toList();
  }

  private Column held(String heading, String key) {
    return new Column(heading, row -> Held.row(row, study.seeds().size()).get(key).toString());
  }

  private boolean prints(ToDoubleFunction<Printed> what) {
    return beside.reference().arms().values().stream().mapToDouble(what).anyMatch(Double::isFinite);
  }

  private Column printed(String heading, ToDoubleFunction<Printed> what) {
    Map<String, Printed> rows = beside.reference().arms();
    return new Column(heading, row -> Numbers.measure(what.applyAsDouble(rows.get(row.label()))));
  }

  private Column ours(String heading, ToDoubleFunction<Cost> what) {
    return new Column(heading, row -> Numbers.measure(cost(row.label(), what)));
  }

  private double cost(String label, ToDoubleFunction<Cost> what) {
    return summary.arms().stream()
        .filter(arm -> arm.label().equals(label))
        .map(Arm::cost)
        .filter(cost -> cost != null)
        .mapToDouble(what)
        .findFirst()
        .orElse(Double.NaN);
  }
}
