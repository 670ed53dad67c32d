package io.squeezelab.results;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Gates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code trials/ID/gates.json}: what the gates of one trial gave, beside its log. Written whole or
 * not at all, and only where somebody asked for it.
 *
 * @param id identity of the trial
 */
public record GateFile(String id, Gates gates) {

  /**
   * Writes the record of a trial, over an older one of it.
   *
   * @throws BadInput if the disk is full, say
   */
  public void write(Folder folder) {
    Path file = folder.gates(id);
    try {
      Files.createDirectories(file.getParent());
      Folder.write(file, Trees.print(Print.tree(this)) + "\n");
    } catch (IOException e) {
      throw new BadInput("cannot write " + file + ": " + BadInput.reason(e), e);
    }
  }

  /**
   * The record of a trial; none where nobody asked for it.
   *
   * @throws BadInput if the file is broken, or of another trial
   */
  public static Optional<Gates> read(Folder folder, String id) {
    Path file = folder.gates(id);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      GateFile read = Bind.read(GateFile.class, Trees.json(Files.readString(file)));
      Check.that(read.id.equals(id), "id", "is " + read.id + ", but the folder is of " + id);
      return Optional.of(read.gates);
    } catch (IOException e) {
      throw new BadInput("cannot read " + file + ": " + BadInput.reason(e), e);
    } catch (Problem problem) {
      String field = problem.path().isEmpty() ? "" : problem.path() + ": ";
      throw new BadInput(file + ": " + field + problem.getMessage(), problem);
    } catch (BadInput malformed) {
      throw new BadInput(file + ": " + malformed.getMessage(), malformed);
    }
  }
}
