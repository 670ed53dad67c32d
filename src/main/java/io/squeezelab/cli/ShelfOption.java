package io.squeezelab.cli;

import io.squeezelab.data.Data;
import io.squeezelab.data.Official;
import io.squeezelab.data.Shelf;
import io.squeezelab.trial.Recipe;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option that says where data sets are; a mixin for every command that reads them. */
public final class ShelfOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "folder with data sets, looked in first; then SQUEEZELAB_DATA, ~/.cache/squeezelab/data"
              + " and /usr/share/datasets")
  private Path folder;

  @Option(
      names = "--readers",
      paramLabel = "N",
      description =
          "threads that decode picture files, over all workers together (default: processors);"
              + " they change no result")
  private Integer readers;

  public Shelf shelf() {
    Shelf shelf = Shelf.of(folder);
    return readers == null ? shelf : shelf.readBy(readers);
  }

  /** Reads every set once: what is missing, corrupt or too small is found before any training. */
  void check(Stream<Recipe> recipes) {
    Map<Data, List<Recipe>> users =
        recipes.collect(
            Collectors.groupingBy(Recipe::data, LinkedHashMap::new, Collectors.toList()));
    users.forEach(
        (data, of) -> {
          Official official = Official.load(data, shelf());
          of.forEach(recipe -> official.check(data.validation(), recipe.train().batch()));
        });
  }
}
