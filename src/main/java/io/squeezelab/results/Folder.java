package io.squeezelab.results;

import io.squeezelab.data.Whole;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The results folder of one experiment: {@code experiment.yaml}, {@code trials.jsonl}, logs. */
public record Folder(Path path) {

  /**
   * Opens the folder for the results of an experiment.
   *
   * @throws BadInput if another sweep writes there, or the folder is somebody's own
   */
  public TrialLog open() {
    checkFolder(path);
    Kept.checkReplaceable(path.resolve(Kept.FILE), hasResults());
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new BadInput("cannot make the results folder " + path + ": " + BadInput.reason(e), e);
    }
    return TrialLog.open(path);
  }

  /** Whether a sweep has begun here. */
  public boolean hasResults() {
    return TrialLog.isIn(path);
  }

  /** Keeps the resolved experiment beside the results. */
  public void keep(Experiment experiment) {
    try {
      write(path.resolve(Kept.FILE), Trees.printYaml(experiment.resolved()));
    } catch (IOException e) {
      throw new BadInput("cannot write to " + path + ": " + BadInput.reason(e), e);
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
      throw new BadInput("cannot rename " + path + ": " + BadInput.reason(e), e);
    }
  }

  /** Writes whole or not at all, also where the power goes. */
  static void write(Path file, String text) throws IOException {
    Whole.store(file, fresh -> Files.writeString(fresh, text));
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
}
