package io.squeezelab.analysis;

import io.squeezelab.analysis.Factors.Cell;
import io.squeezelab.analysis.Factors.Margin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Means by one level and by two.
 *
 * @param remarks to which it adds which means are of the trials as they are
 */
record Margins(Crossing of, Anova model, List<String> remarks) {

  List<Margin> margins() {
    List<Margin> margins = new ArrayList<>();
    for (Factor factor : of.factors()) {
      List<Map<String, String>> within = of.rows().stream().filter(factor::in).toList();
      for (String level : factor.levels()) {
        int n = (int) within.stream().filter(r -> r.get(factor.path()).equals(level)).count();
        Estimate mean = model.mean(n, f -> f.equals(factor) ? f.code(level) : f.mean(within));
        margins.add(new Margin(factor.path(), level, mean));
      }
    }
    return margins;
  }

  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    List<Factor> factors = of.factors();
    for (int i = 0; i < factors.size(); i++) {
      for (int j = i + 1; j < factors.size(); j++) {
        cells.addAll(pair(factors.get(i), factors.get(j)));
      }
    }
    return cells;
  }

  private List<Cell> pair(Factor first, Factor second) {
    Term both = Term.of(first, second);
    boolean modelled = model.tells(both) || new Nesting(of.rows()).possible(both) == 0;
    List<Cell> cells = new ArrayList<>();
    int raw = 0;
    for (String level : first.levels()) {
      for (String other : second.levels()) {
        double[] top1 = top1(first, level, second, other);
        Estimate told = modelled ? mean(top1.length, first, level, second, other) : Estimate.NONE;
        boolean known = Double.isFinite(told.mean());
        if (top1.length > 0) {
          raw += known ? 0 : 1;
          Estimate mean = known ? told : plain(top1);
          cells.add(new Cell(first.path(), level, second.path(), other, mean));
        }
      }
    }
    if (raw > 0 && !of.balanced()) {
      remarks.add(
          "%d of %d means of %s are of the trials as they are: others are missing, and the model"
                  .formatted(raw, cells.size(), both.text())
              + " cannot make up for them.");
    }
    return cells;
  }

  private Estimate mean(int n, Factor first, String level, Factor second, String other) {
    List<Map<String, String>> within =
        of.rows().stream().filter(first::in).filter(second::in).toList();
    return model.mean(
        n,
        f -> f.equals(first) ? f.code(level) : f.equals(second) ? f.code(other) : f.mean(within));
  }

  private Estimate plain(double[] top1) {
    return model.around(top1.length, Estimate.of(top1).mean(), 1 / Math.sqrt(top1.length));
  }

  private double[] top1(Factor first, String level, Factor second, String other) {
    return IntStream.range(0, of.top1().length)
        .filter(i -> level.equals(of.rows().get(i).get(first.path())))
        .filter(i -> other.equals(of.rows().get(i).get(second.path())))
        .mapToDouble(i -> of.top1()[i])
        .toArray();
  }
}
