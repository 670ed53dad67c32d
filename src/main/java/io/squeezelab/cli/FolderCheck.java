package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.data.ImageFolder;
import io.squeezelab.data.Survey;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What {@code data check} says of an image folder. */
record FolderCheck(String name, ImageFolder data, Survey survey) {
  /** Classes that are listed one by one. */
  private static final int LISTED = 20;

  ObjectNode tree() {
    ObjectNode tree =
        Trees.object()
            .put("name", name)
            .put("found", survey.folder().toString())
            .put("good", survey.good())
            .put("decoder", survey.decoder());
    tree.set("classes", Print.tree(survey.classes()));
    tree.set("mean", Print.tree(data.mean()));
    tree.set("deviation", Print.tree(data.deviation()));
    survey.splits().forEach((split, counted) -> tree.set(split, tree(counted)));
    return tree;
  }

  private static ObjectNode tree(Survey.Split split) {
    ObjectNode tree = Trees.object().put("images", split.images());
    tree.set("counts", Print.tree(split.counts()));
    ObjectNode corrupt = Trees.object();
    split.corrupt().forEach((file, why) -> corrupt.put(file.toString(), why));
    tree.set("corrupt", corrupt);
    tree.put("decoded", split.decoded());
    tree.set("mean", Print.tree(split.mean()));
    tree.set("deviation", Print.tree(split.deviation()));
    return tree;
  }

  void print(PrintWriter out) {
    out.printf("%s, %s, decoded by %s%n%n", name, survey.folder(), survey.decoder());
    if (survey.classes().size() <= LISTED) {
      out.println(classes());
    }
    out.println(splits());
    out.println(pixels());
    survey.splits().values().stream()
        .flatMap(split -> split.corrupt().entrySet().stream())
        .forEach(fault -> out.println(fault.getKey() + " " + fault.getValue()));
  }

  private Table classes() {
    List<String> headings = new ArrayList<>(List.of("images"));
    headings.addAll(survey.splits().keySet());
    Table table = new Table(headings.toArray(String[]::new));
    for (int c = 0; c < survey.classes().size(); c++) {
      List<Object> row = new ArrayList<>(List.of(survey.classes().get(c)));
      for (Survey.Split split : survey.splits().values()) {
        row.add(split.counts().get(c));
      }
      table.row(row.toArray());
    }
    return table;
  }

  private Table splits() {
    Table table = new Table("", "images", "least", "most of a class", "corrupt files", "decoded");
    survey
        .splits()
        .forEach(
            (name, split) ->
                table.row(
                    name,
                    split.images(),
                    Collections.min(split.counts()),
                    Collections.max(split.counts()),
                    split.corrupt().size(),
                    split.decoded()));
    return table;
  }

  /** What the decoded images have, beside the constants that the set is normalised with. */
  private Table pixels() {
    Table table = new Table("of decoded images", "red", "green", "blue");
    survey
        .splits()
        .forEach(
            (name, split) -> {
              row(table, name + " mean", split.mean());
              row(table, name + " deviation", split.deviation());
            });
    row(table, "constant mean", data.mean());
    row(table, "constant deviation", data.deviation());
    return table;
  }

  private static void row(Table table, String name, List<Double> numbers) {
    List<Object> row = new ArrayList<>(List.of(name));
    numbers.forEach(number -> row.add(String.format(Locale.ROOT, "%.4f", number)));
    table.row(row.toArray());
  }
}
