package io.squeezelab.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Document;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The results folder of one experiment: {@code experiment.yaml}, {@code trials.jsonl}, logs. */
public record Folder(Path path) {
  private static final String EXPERIMENT = "experiment.yaml";

  /**
   * What the kept experiment says that tables need.
   *
   * @param labels of the arms, by the ids of their trials
   * @param text of the file
   */
  public record Kept(
      String name,
      String question,
      List<String> arms,
      String baseline,
      List<Long> seeds,
      Map<String, String> labels,
      String text) {

    /** The results of the experiment as it is now, under the labels that it uses now. */
    public List<Result> relabelled(List<Result> results) {
      return results.stream().map(r -> r.labelled(labels.getOrDefault(r.id(), r.arm()))).toList();
    }
  }

  /**
   * Makes the folder and keeps the resolved experiment in it.
   *
   * @return whether another experiment, or another version of this one, was kept there before
   */
  private boolean keep(Experiment experiment) {
    String text = Trees.printYaml(experiment.resolved());
    try {
      Path file = path.resolve(EXPERIMENT);
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

  /** Renames the folder, so that the experiment starts anew; gives its new name if there is one. */
  public Optional<Path> putAside() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
    Path aside = path.resolveSibling(path.getFileName() + "." + stamp);
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
    Path file = path.resolve(EXPERIMENT);
    if (!Files.exists(file)) {
      throw new BadInput(path + " is no results folder: it has no " + EXPERIMENT);
    }
    JsonNode tree = Document.read(file).root();
    List<Long> seeds = new ArrayList<>();
    tree.path("seeds").forEach(seed -> seeds.add(seed.asLong()));
    List<String> arms = new ArrayList<>();
    Map<String, String> labels = new HashMap<>();
    for (Map.Entry<String, JsonNode> arm : tree.path("arms").properties()) {
      arms.add(arm.getKey());
      Recipe recipe = Bind.read(Recipe.class, arm.getValue().get("trial"));
      seeds.forEach(seed -> labels.put(recipe.with(seed).id(), arm.getKey()));
    }
    JsonNode baseline = tree.path("baseline");
    return new Kept(
        tree.path("name").asText(),
        tree.path("question").asText(),
        arms,
        baseline.isTextual() ? baseline.textValue() : null,
        seeds,
        labels,
        Trees.printYaml(tree));
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
