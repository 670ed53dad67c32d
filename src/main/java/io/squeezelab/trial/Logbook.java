package io.squeezelab.trial;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a trial writes down where it is, and finds where it was. What goes wrong here is noted in
 * the log and stops no trial: at worst it does some steps again.
 */
final class Logbook {
  private static final long HEADER = 1 << 16;

  private final Path folder;
  private final Checkpoint.Stamp stamp;
  private final DiskBudget budget;
  private final Watcher watcher;
  private final Generations generations;

  private Logbook(Path folder, Checkpoint.Stamp stamp, DiskBudget budget, Watcher watcher) {
    this.folder = folder;
    this.stamp = stamp;
    this.budget = budget;
    this.watcher = watcher;
    generations = new Generations(folder);
  }

  /** Of a trial that has a folder for its checkpoints. */
  static Optional<Logbook> of(
      Trial trial, Conditions conditions, Hardware hardware, Watcher watcher) {
    if (conditions.folder() == null) {
      return Optional.empty();
    }
    Path folder = Path.of(conditions.folder()).toAbsolutePath();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("id", trial.id());
    texts.put("version", Version.text());
    texts.put("engine", Torch.version());
    texts.put("device", hardware.gpu() ? "gpu" : "cpu");
    texts.put("micro-batch", Integer.toString(conditions.applied(trial.train()).microBatch()));
    DiskBudget budget = new DiskBudget(folder.getParent(), conditions.checkpoints().disk());
    return Optional.of(new Logbook(folder, new Checkpoint.Stamp(texts), budget, watcher));
  }

  /** The newest that can be used; why another cannot is noted. */
  Optional<Checkpoint> last() {
    try {
      for (Path file : generations.newestFirst()) {
        Optional<Checkpoint> found = read(file);
        if (found.isPresent()) {
          generations.add(file);
          return found;
        }
      }
    } catch (IOException e) {
      watcher.note("cannot look for checkpoints in " + folder + ": " + e);
    }
    return Optional.empty();
  }

  private Optional<Checkpoint> read(Path file) {
    try {
      return Optional.of(Checkpoint.read(file, stamp));
    } catch (BadInput e) {
      watcher.note("checkpoint not used: " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * @param steps that the trial has done
   */
  void write(long steps, Bookmark bookmark, Map<String, NDArray> arrays) {
    try {
      Files.createDirectories(folder);
      Path file = generations.at(steps);
      boolean room =
          budget.use(
              Checkpoint.size(arrays) + HEADER,
              generations::thin,
              () -> Checkpoint.write(file, stamp, bookmark, arrays));
      if (room) {
        generations.add(file);
        generations.prune();
      } else {
        watcher.note("no checkpoint: all of them may take " + budget.most() + " together");
      }
    } catch (IOException e) {
      watcher.note("no checkpoint: " + e);
    }
  }
}
