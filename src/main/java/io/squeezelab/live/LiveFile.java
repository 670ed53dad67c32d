package io.squeezelab.live;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** Writes it if it can be written: a full disk is no reason to disturb a sweep. */
  void write(Snapshot snapshot) {
    Path fresh = folder.resolve("." + NAME + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.writeString(fresh, Trees.print(Print.tree(snapshot)) + "\n");
      Files.move(
          fresh, path(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException full) {
      discard(fresh);
    }
  }

  private static void discard(Path fresh) {
    try {
      Files.deleteIfExists(fresh);
    } catch (IOException readOnly) {
      // then it stays
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
