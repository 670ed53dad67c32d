package io.squeezelab.chart;

import io.squeezelab.analysis.Factors;
import io.squeezelab.analysis.Factors.Cell;
import io.squeezelab.analysis.Factors.Effect;
import io.squeezelab.analysis.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Factors of a grid and their pairs, as charts take them. */
final class Terms {
  private Terms() {}

  /** Two factors and the means of their combinations, in the order of the file. */
  record Pair(String first, String second, List<Cell> cells) {
    List<String> firstLevels() {
      return cells.stream().map(Cell::firstLevel).distinct().toList();
    }

    List<String> secondLevels() {
      return cells.stream().map(Cell::secondLevel).distinct().toList();
    }

    String title() {
      return brief(first) + " × " + brief(second);
    }

    /** Null where no trial has both levels. */
    Cell cell(String firstLevel, String secondLevel) {
      return cells.stream()
          .filter(c -> c.firstLevel().equals(firstLevel) && c.secondLevel().equals(secondLevel))
          .filter(c -> Double.isFinite(c.mean().mean()))
          .findFirst()
          .orElse(null);
    }
  }

  static List<Pair> pairs(Factors of) {
    Map<List<String>, List<Cell>> byPair = new LinkedHashMap<>();
    of.cells()
        .forEach(
            c ->
                byPair
                    .computeIfAbsent(List.of(c.first(), c.second()), k -> new ArrayList<>())
                    .add(c));
    List<Pair> pairs = new ArrayList<>();
    byPair.forEach((names, cells) -> pairs.add(new Pair(names.get(0), names.get(1), cells)));
    return pairs;
  }

  /** What the analysis of variance says of a factor or of two: η² and p; empty for nothing. */
  static String effect(Factors of, String... factors) {
    return of.effects().stream()
        .filter(e -> e.factors().equals(List.of(factors)))
        .map(Terms::said)
        .findFirst()
        .orElse("");
  }

  private static String said(Effect of) {
    String p = Double.isFinite(of.p()) ? ", " + Numbers.chance(of.p()) : "";
    return "η² " + Numbers.measure(of.eta()) + p;
  }

  /** The last part of a path, which is what people call the field. */
  static String brief(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Each cell in words. */
  static List<String> words(List<Pair> pairs) {
    return pairs.stream().flatMap(p -> p.cells.stream()).map(Terms::words).toList();
  }

  private static String words(Cell c) {
    String first = brief(c.first()) + " " + c.firstLevel();
    String second = brief(c.second()) + " " + c.secondLevel();
    return "%s with %s %s %%".formatted(first, second, Numbers.percent(c.mean().mean()));
  }

  /** The table of cells, for all charts of them. */
  static Table table(List<Pair> pairs) {
    Table.Draft table =
        Table.of("Factor", "Level", "Other factor", "Level", "n", "Test top-1 (%)", "low", "high");
    for (Pair pair : pairs) {
      for (Cell c : pair.cells) {
        Object[] mean = Table.percent(c.mean());
        table.row(
            c.first(),
            c.firstLevel(),
            c.second(),
            c.secondLevel(),
            c.mean().n(),
            mean[0],
            mean[1],
            mean[2]);
      }
    }
    return table.done();
  }
}
