package io.squeezelab.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The completed trials of a grid, as an analysis of variance takes them.
 *
 * @param factors with two levels or more
 * @param presence for each factor that only some arms have, whether an arm has it: those that have
 *     none of its levels are not to count as an average of them
 * @param rows by trial its levels by path, its seed among them
 * @param top1 of each trial
 * @param remarks on what is left out, a sentence each
 */
record Crossing(
    List<Factor> factors,
    List<Factor> presence,
    Factor seeds,
    List<Map<String, String>> rows,
    double[] top1,
    List<String> remarks) {

  static Crossing of(Study study) {
    Pairs pairs = Pairs.of(study);
    List<String> remarks = new ArrayList<>();
    Map<String, Map<String, String>> arms = arms(study, pairs, remarks);
    Set<Long> seeds = new TreeSet<>();
    List<Map<String, String>> rows = new ArrayList<>();
    List<Double> top1 = new ArrayList<>();
    arms.forEach(
        (arm, levels) ->
            pairs
                .top1(arm)
                .forEach(
                    (seed, value) -> {
                      Map<String, String> row = new HashMap<>(levels);
                      row.put(Factors.SEED, seed.toString());
                      seeds.add(seed);
                      rows.add(row);
                      top1.add(value);
                    }));
    Factor blocks = new Factor(Factors.SEED, seeds.stream().map(s -> s.toString()).toList());
    int planned = arms.size() * study.seeds().size();
    if (rows.size() < planned) {
      remarks.add(
          "%d of %d trials have no test accuracy and are left out."
              .formatted(planned - rows.size(), planned));
    }
    List<Factor> factors = factors(arms, rows, remarks);
    List<Factor> presence =
        factors.stream().filter(f -> !rows.stream().allMatch(f::in)).map(f -> in(f, rows)).toList();
    double[] values = top1.stream().mapToDouble(v -> v).toArray();
    return new Crossing(factors, presence, blocks, rows, values, remarks);
  }

  /** Arms that are combinations, with their levels. */
  private static Map<String, Map<String, String>> arms(
      Study study, Pairs pairs, List<String> remarks) {
    Map<String, Map<String, String>> arms = new LinkedHashMap<>();
    List<String> halted = new ArrayList<>();
    List<String> beside = new ArrayList<>();
    for (String arm : study.arms()) {
      Map<String, String> levels = study.design().factors().getOrDefault(arm, Map.of());
      if (levels.isEmpty()) {
        beside.add(arm);
      } else if (pairs.halted(arm)) {
        halted.add(arm);
      } else {
        arms.put(arm, levels);
      }
    }
    if (!beside.isEmpty()) {
      String are =
          beside.size() == 1
              ? " is no combination of the axes and is left out."
              : " are no combinations of the axes and are left out.";
      remarks.add(String.join("; ", beside) + are);
    }
    if (!halted.isEmpty()) {
      remarks.add(
          "%d of %d arms were stopped early or are paused, and are left out."
              .formatted(halted.size(), study.arms().size()));
    }
    return arms;
  }

  private static List<Factor> factors(
      Map<String, Map<String, String>> arms, List<Map<String, String>> rows, List<String> remarks) {
    Set<String> paths = new LinkedHashSet<>();
    arms.values().forEach(levels -> paths.addAll(levels.keySet()));
    List<Factor> factors = new ArrayList<>();
    for (String path : paths) {
      Factor factor = Factor.of(path, rows);
      if (factor.levels().size() < 2) {
        remarks.add(path + " has fewer than two levels with results and is left out.");
      } else {
        factors.add(factor);
        if (!rows.stream().allMatch(factor::in)) {
          remarks.add(path + " is not in all arms: it is compared within those that have it.");
        }
      }
    }
    return factors;
  }

  /** Writes into each row whether it has a factor. */
  private static Factor in(Factor factor, List<Map<String, String>> rows) {
    String path = factor.path() + " at all";
    rows.forEach(row -> row.put(path, factor.in(row) ? "yes" : "no"));
    return Factor.of(path, rows);
  }

  /** Whether every combination of all levels has a trial of every seed. */
  boolean balanced() {
    long combinations =
        factors.stream().mapToLong(f -> f.levels().size()).reduce(1, (a, b) -> a * b);
    return rows.size() == combinations * seeds.levels().size()
        && rows.stream().distinct().count() == rows.size()
        && presence.isEmpty();
  }

  /** The columns of a term in a linear model, one row a trial. */
  List<double[]> columns(Term term) {
    double[][] columns = new double[term.width()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      double[] code = term.code(factor -> factor.code(row));
      for (int j = 0; j < code.length; j++) {
        columns[j][i] = code[j];
      }
    }
    return List.of(columns);
  }
}
