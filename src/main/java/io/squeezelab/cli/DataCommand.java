package io.squeezelab.cli;

import io.squeezelab.data.Data;
import io.squeezelab.data.Shelf;
import io.squeezelab.data.Source;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code squeezelab data}: which sets there are, what is in them, how to get them. */
@Command(
    name = "data",
    description = "Lists, checks and fetches data sets.",
    subcommands = {DataList.class, DataCheck.class, DataFetch.class})
public final class DataCommand implements Runnable {
  static final String SHIPPED = "in this program";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "which of list, check NAME, fetch NAME?");
  }

  /** Every set that a name alone stands for; one that must be written with fields is left out. */
  static Map<String, Data> sets() {
    Map<String, Data> sets = new LinkedHashMap<>();
    for (String name : Family.of(Data.class).names()) {
      try {
        sets.put(name, Bind.read(Data.class, Trees.yaml(name)));
      } catch (Problem needsFields) {
        continue;
      }
    }
    return sets;
  }

  /**
   * @param name of a set, or the whole set as in experiment files: {@code {type: cifar100, labels:
   *     coarse}}
   */
  static Data set(String name) {
    if (name.strip().startsWith("{")) {
      return Inline.read(Data.class, "NAME", name);
    }
    List<String> names = new ArrayList<>(sets().keySet());
    if (!names.contains(name)) {
      throw new BadInput(Names.unknown("data set", name, names));
    }
    return sets().get(name);
  }

  /**
   * The folder that a set is in, or {@link #SHIPPED}, or null where it is missing; what is wrong
   * where several folders could be meant.
   */
  static String found(Data data, Shelf shelf) {
    boolean shipped = data.source().map(Source::shipped).orElse(data.trainCount() > 0);
    try {
      return shipped ? SHIPPED : data.place(shelf).map(Path::toString).orElse(null);
    } catch (BadInput several) {
      return several.getMessage();
    }
  }

  /** What is said of a set that is nowhere. */
  static String missing(String name) {
    boolean fetched = sets().get(name).source().isPresent();
    return "missing; " + (fetched ? "get it: squeezelab data fetch " + name : "see docs/data.md");
  }
}
