package io.squeezelab.results;

import io.squeezelab.experiment.Experiment;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.WeightFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The results folder of one experiment: {@code experiment.yaml}, {@code trials.jsonl}, logs. */
public record Folder(Path path) {

  /** Keeps the resolved experiment in the folder. */
  private void keep(Experiment experiment, boolean resultsBeside) {
    Path file = path.resolve(Kept.FILE);
    Kept.checkReplaceable(file, resultsBeside);
    try {
      write(file, Trees.printYaml(experiment.resolved()));
    } catch (IOException e) {
      throw new BadInput("cannot write to " + path + ": " + reason(e), e);
    }
  }

  /** Says how many of the results are not of the experiment as it is now. */
  private void tell(Experiment experiment, PrintWriter out) {
    Set<String> ids =
        experiment.trials().stream().map(p -> p.trial().id()).collect(Collectors.toSet());
    List<Result> stored = TrialLog.read(path).results();
    long others = stored.stream().filter(result -> !ids.contains(result.id())).count();
    if (others > 0) {
      out.printf(
          "The experiment has changed: %d of %d results here are not of it as it is now; they stay,"
              + " and no table counts them.%n",
          others, stored.size());
    }
  }

  /**
   * Opens the folder for the results of an experiment, keeping its resolved form beside them.
   *
   * @param out told when some of the results are of an earlier version of the experiment
   */
  public TrialLog open(Experiment experiment, PrintWriter out) {
    checkFolder(path);
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new BadInput("cannot make the results folder " + path + ": " + reason(e), e);
    }
    boolean resultsBeside = TrialLog.isIn(path);
    TrialLog log = TrialLog.open(path);
    try {
      keep(experiment, resultsBeside);
      tell(experiment, out);
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

  /** Writes whole or not at all, also where the power goes. */
  static void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(fresh, text);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    Flush.folder(file.getParent());
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

  /** Where the record of a trial's gates is, if there is one. */
  public Path gates(String id) {
    return log(id).resolveSibling("gates.json");
  }

  /** Where the weights that a trial tested are, if they were kept. */
  public Path weights(String id) {
    return log(id).resolveSibling(WeightFile.NAME);
  }

  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return Objects.requireNonNullElse(reason, e.toString());
  }
}
