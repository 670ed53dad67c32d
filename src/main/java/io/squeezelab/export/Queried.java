package io.squeezelab.export;

import static io.squeezelab.export.Column.Kind.TEXT;

import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tables that queries see: {@code trials} and {@code epochs} of one or several studies, as they
 * are exported, with the study's name in front. Behind {@code trials} are short names for what is
 * asked for most, and a column for each factor of the grids.
 */
public final class Queried {
  /** Short names, and the columns that they stand for. */
  private static final Map<String, String> SHORT = new LinkedHashMap<>();

  static {
    SHORT.put("top1", "test_top1_fraction");
    SHORT.put("validation_top1", "validation_top1_fraction");
    SHORT.put("params", "params_count");
    SHORT.put("macs", "macs_per_image");
  }

  private final List<Study> studies;

  public Queried(List<Study> studies) {
    this.studies = List.copyOf(studies);
  }

  /** A row, and the study that it is of. */
  public record Row<T>(Study study, T of) {}

  public Sheet<Row<Result>> trials() {
    Sheet<Row<Result>> all = joined(Trials::of);
    List<Column<Row<Result>>> columns = new ArrayList<>(all.columns());
    SHORT.forEach((name, of) -> columns.add(again(all, name, of)));
    Set<String> taken = columns.stream().map(Column::name).collect(Collectors.toSet());
    for (Map.Entry<String, String> factor : factors().entrySet()) {
      String name = taken.contains(factor.getKey()) ? factor.getValue() : factor.getKey();
      columns.add(new Column<>(name, TEXT, row -> level(row, factor.getValue())));
    }
    return new Sheet<>(all.name(), columns, all.rows());
  }

  public Sheet<Row<Epochs.Row>> epochs() {
    return joined(Epochs::of);
  }

  /** One table of all studies' tables, whose columns are the same. */
  private <T> Sheet<Row<T>> joined(Function<Study, Sheet<T>> table) {
    Map<Study, Sheet<T>> tables = new IdentityHashMap<>();
    List<Row<T>> rows = new ArrayList<>();
    for (Study study : studies) {
      tables.put(study, table.apply(study));
      tables.get(study).rows().forEach(row -> rows.add(new Row<>(study, row)));
    }
    Sheet<T> first = tables.get(studies.get(0));
    List<Column<Row<T>>> columns = new ArrayList<>();
    columns.add(new Column<>("experiment", TEXT, row -> row.study.name()));
    for (int i = 0; i < first.columns().size(); i++) {
      int at = i;
      columns.add(
          new Column<>(
              first.columns().get(i).name(),
              first.columns().get(i).kind(),
              row -> tables.get(row.study).columns().get(at).of(row.of)));
    }
    return new Sheet<>(first.name(), columns, rows);
  }

  private static <T> Column<T> again(Sheet<T> table, String name, String of) {
    Column<T> whole =
        table.columns().stream().filter(c -> c.name().equals(of)).findFirst().orElseThrow();
    return new Column<>(name, whole.kind(), whole.value());
  }

  private static String level(Row<Result> row, String path) {
    return row.study.design().factors().getOrDefault(row.of.arm(), Map.of()).get(path);
  }

  /** Paths of all factors, by their shortest endings that no other has. */
  private Map<String, String> factors() {
    Set<String> paths = new TreeSet<>();
    studies.forEach(s -> s.design().factors().values().forEach(f -> paths.addAll(f.keySet())));
    Map<String, String> named = new LinkedHashMap<>();
    for (String path : paths) {
      String name = path.substring(path.lastIndexOf('.') + 1);
      boolean alone =
          paths.stream().filter(p -> p.equals(name) || p.endsWith("." + name)).count() == 1;
      named.put(alone ? name : path, path);
    }
    return named;
  }
}
