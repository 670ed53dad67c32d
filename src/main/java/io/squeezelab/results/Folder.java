package io.squeezelab.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Document;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The results folder of one experiment: {@code experiment.yaml}, {@code trials.jsonl}, logs. */
public record Folder(Path path) {
  private static final String EXPERIMENT = "experiment.yaml";

  /** What the kept experiment says that tables need. */
  public record Kept(
      String name, String question, List<String> arms, String baseline, JsonNode tree) {}

  /**
   * Makes the folder and keeps the resolved experiment in it.
   *
   * @return whether another experiment, or another version of this one, was kept there before
   */
  public boolean keep(Experiment experiment) {
    String text = Trees.printYaml(experiment.resolved());
    try {
      Files.createDirectories(path);
      Path file = path.resolve(EXPERIMENT);
      boolean other = Files.exists(file) && !Files.readString(file).equals(text);
      write(file, text);
      return other;
    } catch (IOException e) {
      throw new BadInput("cannot write to " + path + ": " + reason(e), e);
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
    Path file = path.resolve(EXPERIMENT);
    if (!Files.exists(file)) {
      throw new BadInput(path + " is no results folder: it has no " + EXPERIMENT);
    }
    JsonNode tree = Document.read(file).root();
    List<String> arms = new ArrayList<>();
    tree.path("arms").fieldNames().forEachRemaining(arms::add);
    JsonNode baseline = tree.path("baseline");
    return new Kept(
        tree.path("name").asText(),
        tree.path("question").asText(),
        List.copyOf(arms),
        baseline.isTextual() ? baseline.textValue() : null,
        tree);
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

  /** The stored attempt that counts for a trial: its last one. */
  public static Optional<Result> last(List<Result> results, String id) {
    return results.stream().filter(r -> r.id().equals(id)).reduce((earlier, later) -> later);
  }
}
