package io.squeezelab.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an analysis of variance compares: an axis, or the seeds. Its levels are coded by contrasts
 * that sum to 0, so that a mean over all levels is 0: main effects then mean the same with their
 * interactions as without.
 */
record Factor(String path, List<String> levels) {
  /** The axis with the levels that occur, in their order. */
  static Factor of(String path, Collection<Map<String, String>> rows) {
    Set<String> levels = new LinkedHashSet<>();
    rows.stream().filter(row -> row.containsKey(path)).forEach(row -> levels.add(row.get(path)));
    return new Factor(path, List.copyOf(levels));
  }

  /** How many numbers code a level. */
  int width() {
    return levels.size() - 1;
  }

  /** Whether an arm has it. */
  boolean in(Map<String, String> row) {
    return row.containsKey(path);
  }

  /** The code of a row's level; 0 where it has none, since the factor is not there then. */
  double[] code(Map<String, String> row) {
    return in(row) ? code(row.get(path)) : new double[width()];
  }

  double[] code(String level) {
    double[] code = new double[width()];
    int at = levels.indexOf(level);
    for (int i = 0; i < code.length; i++) {
      code[i] = at == code.length ? -1 : at == i ? 1 : 0;
    }
    return code;
  }

  /** The mean code of the levels that occur in some rows, each level counted alike. */
  double[] mean(Collection<Map<String, String>> rows) {
    List<String> there = new ArrayList<>(of(path, rows).levels());
    double[] mean = new double[width()];
    for (String level : there) {
      double[] code = code(level);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += code[i] / there.size();
      }
    }
    return mean;
  }
}
