package io.squeezelab.results;

import io.squeezelab.data.Whole;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completed trials in another results folder. A trial's identity holds all that its numbers depend
 * on but the kind of machine, so that the same trial need not run again; its provenance goes with
 * it.
 */
public final class Elsewhere {
  private final Folder folder;
  private final List<String> warnings;
  private final Map<String, Result> completed = new HashMap<>();

  private Elsewhere(Folder folder, List<String> warnings) {
    this.folder = folder;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * What a folder has now; its sweep may go on.
   *
   * @throws BadInput if it is no results folder
   */
  public static Elsewhere in(Folder folder) {
    if (!folder.hasResults()) {
      throw new BadInput(folder.path() + " is no results folder: it has no " + TrialLog.NAME);
    }
    TrialLog.Contents contents = TrialLog.read(folder.path());
    Elsewhere elsewhere = new Elsewhere(folder, contents.warnings());
    for (Result result : contents.results()) {
      elsewhere.completed.remove(result.id()); // the last attempt counts
      if (result.outcome().completed()) {
        elsewhere.completed.put(result.id(), result);
      }
    }
    return elsewhere;
  }

  public Folder folder() {
    return folder;
  }

  /** What is wrong with its log, in a line each. */
  public List<String> warnings() {
    return warnings;
  }

  /** Whether a trial completed there, and left the files that are asked for. */
  public boolean has(String id, boolean gates, boolean weights) {
    return completed.containsKey(id)
        && (!gates || Files.exists(folder.gates(id)))
        && (!weights || Files.exists(folder.weights(id)));
  }

  /**
   * Appends a result from there to a folder, after the trial's gates, weights and log.
   *
   * @param arm what it is called here
   * @param attempt which one it is here
   * @param weights whether its weights come too, which take room
   * @return as it is stored now; empty where the trial did not complete there
   */
  public Optional<Result> take(
      String id, String arm, int attempt, boolean weights, Folder into, TrialLog log) {
    Result there = completed.get(id);
    if (there == null) {
      return Optional.empty();
    }
    Result here = there.taken(arm, attempt, name());
    try {
      Files.createDirectories(into.log(id).getParent());
      copy(folder.gates(id), into.gates(id));
      if (weights) {
        copy(folder.weights(id), into.weights(id));
      }
      takeLog(id, into.log(id)); // last: what failed before it is tried again
    } catch (IOException e) {
      String what = "cannot take trial " + id + " over from " + folder.path() + ": ";
      throw new BadInput(what + BadInput.reason(e), e);
    }
    log.append(here);
    return Optional.of(here);
  }

  /** Nothing in a results folder says where others are. */
  private String name() {
    return folder.path().toAbsolutePath().normalize().getFileName().toString();
  }

  /** Behind what earlier attempts here have left. */
  private void takeLog(String id, Path log) throws IOException {
    if (Files.exists(folder.log(id))) {
      byte[] there = Files.readAllBytes(folder.log(id));
      byte[] word = ("Taken over from " + name() + ":\n").getBytes(StandardCharsets.UTF_8);
      Files.write(log, word, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      Files.write(log, there, StandardOpenOption.APPEND);
    }
  }

  /** Whole or not at all, and on the disk before the result is. */
  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Whole.store(to, fresh -> Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING));
    }
  }
}
