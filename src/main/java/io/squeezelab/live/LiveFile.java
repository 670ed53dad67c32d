package io.squeezelab.live;

import io.squeezelab.data.Whole;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code live.json}: the last snapshot of a sweep, in its results folder. A reader finds one whole,
 * the old or the new. It is not forced to disk: it tells of now, and can be lost.
 */
public record LiveFile(Path folder) {
  private static final String NAME = "live.json";

  private Path path() {
    return folder.resolve(NAME);
  }

  /**
   * Writes it if it can be written: a full disk, or a folder that was moved away, is no reason to
   * disturb a sweep.
   */
  void write(Snapshot snapshot) {
    String text = Trees.print(Print.tree(snapshot)) + "\n";
    try {
      Whole.replace(path(), fresh -> Files.writeString(fresh, text));
    } catch (IOException full) {
      // the next second has another
    }
  }

  /** Empty where there is none, or none that this version can read. */
  public Optional<Snapshot> read() {
    try {
      return Optional.of(Bind.read(Snapshot.class, Trees.json(Files.readString(path()))));
    } catch (IOException | BadInput | Problem none) {
      return Optional.empty();
    }
  }
}
