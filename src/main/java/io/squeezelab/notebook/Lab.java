package io.squeezelab.notebook;

import io.squeezelab.cli.Main;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a cell begins. Paths start from the folder of the notebook, as they do in any notebook. */
public final class Lab {
  private static final String RESULTS = "--results";
  private static final String WORKERS = "--workers";

  private Lab() {}

  /**
   * Reads a results folder, also of a sweep that runs.
   *
   * @throws BadInput if it is no results folder
   */
  public static Results results(String folder) {
    return Results.of(Path.of(folder));
  }

  /**
   * Reads every results folder in a folder, at any depth and through links, each once, in the order
   * of their names; none where there is no such folder.
   *
   * @throws BadInput if a folder cannot be read
   */
  public static List<Results> all(String folder) {
    Path root = Path.of(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try {
      return Found.in(root).stream().map(Results::of).toList();
    } catch (IOException e) {
      throw new BadInput("cannot read " + folder + ": " + BadInput.reason(e), e);
    }
  }

  /**
   * Runs an experiment, or the rest of it, as {@code squeezelab sweep} does, and reads its results.
   * Trials run in the kernel's own process, one after another, so that variants that a cell has
   * registered are known to them; with {@code "--workers", "2"} they run in other processes, two at
   * a time, which know none of the cells. What is going on is told on standard error. Interrupting
   * the cell puts the trials down; a sweep of a later cell begins when that is done.
   *
   * @param experiment an experiment file, or, if it has several lines, the text of one
   * @param options as the command has them: {@code "--gates"}
   * @throws BadInput with the message of the command, where it refuses
   */
  public static Results sweep(String experiment, String... options) {
    if (experiment.lines().count() < 2) {
      return swept(Path.of(experiment), options);
    }
    Path file = null;
    try {
      file =
          Files.createTempFile(Path.of(""), ".cell-", ".yaml"); // beside files that it may extend
      Files.writeString(file, experiment);
      return swept(file, options);
    } catch (IOException e) {
      throw new BadInput("cannot write an experiment file here: " + e, e);
    } finally {
      delete(file);
    }
  }

  private static Results swept(Path file, String... options) {
    List<String> words = new ArrayList<>(List.of("sweep", file.toString()));
    words.addAll(List.of(options));
    if (!words.contains(WORKERS)) {
      words.addAll(List.of(WORKERS, "0"));
    }
    run(words);
    int at = words.indexOf(RESULTS);
    Path named = Path.of("results", ExperimentFile.read(file).name());
    return Results.of(at < 0 ? named : Path.of(words.get(at + 1)));
  }

  private static void run(List<String> words) {
    Program.known();
    Both said = new Both(System.err);
    PrintWriter table = new PrintWriter(Writer.nullWriter()); // a cell shows it in its own way
    PrintWriter told = new PrintWriter(said, true);
    int code = Turn.of(() -> Main.run(table, told, words.toArray(String[]::new)));
    if (code != Main.DONE && code != Main.SOME_FAILED) {
      throw new BadInput(said.toString().strip());
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // a small hidden file
    }
  }
}
