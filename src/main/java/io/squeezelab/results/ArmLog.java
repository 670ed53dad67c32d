package io.squeezelab.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.experiment.Arm;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * {@code arms.jsonl}: what a search did that nobody could know beforehand, a line each: an arm that
 * it asked for, or why an arm does not go on. A sweep writes it anew from the stored results when
 * it starts, and goes on appending. Not forced to disk, since it can be written again.
 */
public final class ArmLog {
  static final String FILE = "arms.jsonl";

  private final Path file;
  private final Set<String> known = new HashSet<>();
  private final Map<String, String> stopped = new HashMap<>();
  private StringBuilder early = new StringBuilder();

  private ArmLog(Path file) {
    this.file = file;
  }

  public static ArmLog in(Folder folder) {
    return new ArmLog(folder.path().resolve(FILE));
  }

  /** Writes nothing. */
  public static ArmLog none() {
    return new ArmLog(null);
  }

  /** These arms are in {@code experiment.yaml}. */
  public void skip(Set<String> labels) {
    known.addAll(labels);
  }

  /** An arm is wanted; it may be a known one. */
  public void asked(Arm arm) {
    if (known.add(arm.label())) {
      ObjectNode line = Trees.object();
      line.put("arm", arm.label());
      line.set("factors", Print.tree(arm.factors()));
      line.set("trial", Print.tree(arm.recipe()));
      add(line);
    }
  }

  private void stopped(Map<String, String> reasons) {
    reasons.forEach(this::stopped);
    for (String arm : Set.copyOf(stopped.keySet())) {
      if (!reasons.containsKey(arm)) {
        stopped(arm, null); // it goes on after all
      }
    }
  }

  private void stopped(String arm, String why) {
    String before = why == null ? stopped.remove(arm) : stopped.put(arm, why);
    if (!Objects.equals(before, why)) {
      add(Trees.object().put("arm", arm).put("stopped", why));
    }
  }

  /**
   * Which arms do not go on. Before the first call it was told what the stored results tell; from
   * there on it is told news.
   *
   * @param reasons why they do not, by their labels, as far as is known now
   */
  public void settled(Map<String, String> reasons) {
    stopped(reasons);
    if (early != null && file != null) {
      begin();
    }
  }

  private void begin() {
    String text = early.toString();
    early = null;
    try {
      if (text.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Folder.write(file, text);
      }
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private void add(ObjectNode tree) {
    String line = Trees.print(tree) + "\n";
    if (file == null) {
      return;
    }
    if (early != null) {
      early.append(line);
      return;
    }
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private BadInput unwritten(IOException e) {
    return new BadInput("cannot write " + file + ": " + BadInput.reason(e), e);
  }
}
