package io.squeezelab.analysis;

import io.squeezelab.analysis.Factors.Cell;
import io.squeezelab.analysis.Factors.Margin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Means by one level and by two. */
record Margins(Crossing of, Anova model) {

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
        for (String level : factors.get(i).levels()) {
          cells.addAll(row(factors.get(i), level, factors.get(j)));
        }
      }
    }
    return cells;
  }

  private List<Cell> row(Factor first, String level, Factor second) {
    List<Cell> cells = new ArrayList<>();
    for (String other : second.levels()) {
      double[] top1 =
          IntStream.range(0, of.top1().length)
              .filter(i -> level.equals(of.rows().get(i).get(first.path())))
              .filter(i -> other.equals(of.rows().get(i).get(second.path())))
              .mapToDouble(i -> of.top1()[i])
              .toArray();
      if (top1.length > 0) {
        double mean = Estimate.of(top1).mean();
        Estimate around = model.around(top1.length, mean, 1 / Math.sqrt(top1.length));
        cells.add(new Cell(first.path(), level, second.path(), other, around));
      }
    }
    return cells;
  }
}
