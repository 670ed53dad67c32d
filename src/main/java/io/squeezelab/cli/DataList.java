package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.data.Data;
import io.squeezelab.data.Shelf;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code squeezelab data list}. */
@Command(name = "list", description = "Every data set, and where it is.")
public final class DataList implements Callable<Integer> {
  private static final String ROW = "%-19s %-13s %7s  %-9s %-14s %s%n";

  @Mixin private ShelfOption data;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ArrayNode rows = Trees.list();
      DataCommand.sets().forEach((name, set) -> rows.add(tree(name, set, data.shelf())));
      out.println(Trees.pretty(rows));
    } else {
      out.printf(ROW, "set", "train + test", "classes", "shape", "licence", "found");
      DataCommand.sets().forEach((name, set) -> print(name, set, data.shelf(), out));
    }
    out.flush();
    return 0;
  }

  private static ObjectNode tree(String name, Data set, Shelf shelf) {
    ObjectNode row = Trees.object().put("name", name);
    row.put("train", counted(set) ? set.trainCount() : null);
    set.source().ifPresent(source -> row.put("test", source.testCount()));
    row.put("classes", set.classes()).put("shape", set.dims().toString());
    row.set("class-names", Print.tree(set.classNames()));
    set.source().ifPresent(s -> row.put("licence", s.licence()).put("page", s.page()));
    return row.put("found", DataCommand.found(set, shelf));
  }

  private static boolean counted(Data set) {
    return set.trainCount() != Data.UNCOUNTED;
  }

  private static void print(String name, Data set, Shelf shelf, PrintWriter out) {
    String test = set.source().map(source -> " + " + source.testCount()).orElse("");
    String licence = set.source().map(source -> source.licence()).orElse("");
    String place = DataCommand.found(set, shelf);
    String found = place == null ? DataCommand.missing(name) : place;
    String train = counted(set) ? set.trainCount() + test : "in folders";
    out.printf(ROW, name, train, set.classes(), set.dims(), licence, found);
  }
}
