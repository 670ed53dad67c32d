package io.squeezelab.results;

import io.squeezelab.experiment.Experiment;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/** The results folder of one experiment: {@code experiment.yaml}, {@code trials.jsonl}, logs. */
public record Folder(Path path) {

  /**
   * Keeps the resolved experiment in the folder.
   *
   * @return whether another experiment, or another version of this one, was kept there before
   */
  private boolean keep(Experiment experiment) {
    String text = Trees.printYaml(experiment.resolved());
    Path file = path.resolve(Kept.FILE);
    Kept.checkReplaceable(file);
    try {
      boolean other = Files.exists(file) && !Files.readString(file).equals(text);
      write(file, text);
      return other;
    } catch (IOException e) {
      throw new BadInput("cannot write to " + path + ": " + reason(e), e);
    }
  }

  /**
   * Opens the folder for the results of an experiment, keeping its resolved form beside them.
   *
   * @param out told when an earlier version of the experiment was kept there
   */
  public TrialLog open(Experiment experiment, PrintWriter out) {
    checkFolder(path);
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new BadInput("cannot make the results folder " + path + ": " + reason(e), e);
    }
    TrialLog log = TrialLog.open(path);
    try {
      if (keep(experiment)) {
        out.println("The experiment has changed: its old results stay, what is new is run.");
      }
      return log;
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** Refuses a file where the folder is to be. */
  static void checkFolder(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new BadInput(path + " is a file; results are kept in a folder");
    }
  }

  /**
   * Renames the folder, so that the experiment starts anew; gives its new name if it has results.
   *
   * @throws BadInput if a sweep is writing there
   */
  public Optional<Path> putAside() {
    checkFolder(path);
    if (!TrialLog.isIn(path)) {
      return Optional.empty();
    }
    TrialLog.open(path).close();
    String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
    Path whole = path.toAbsolutePath().normalize();
    Path aside = whole.resolveSibling(whole.getFileName() + "." + stamp);
    try {
      return Optional.of(Files.move(path, aside));
    } catch (IOException e) {
      throw new BadInput("cannot rename " + path + ": " + reason(e), e);
    }
  }

  /** Writes whole or not at all. */
  private static void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * @throws BadInput if this is no results folder
   */
  public Kept kept() {
    return Kept.read(path);
  }

  /** Where a trial's log is. */
  public Path log(String id) {
    return path.resolve("trials").resolve(id).resolve("log.txt");
  }

  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return Objects.requireNonNullElse(reason, e.toString());
  }
}
