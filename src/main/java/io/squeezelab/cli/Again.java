package io.squeezelab.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.squeezelab.results.Folder;
import io.squeezelab.results.GateFile;
import io.squeezelab.spec.BadInput;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Watcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A stored trial that runs again: shows its progress, and keeps what was asked for. */
final class Again implements Watcher {
  private final int epochs;
  private final boolean asked;
  private final Path kept;
  private final PrintWriter err;
  private Gates gates;

  /**
   * @param asked whether the gates are to be recorded
   * @param kept where the tested weights are to be; null for nowhere
   */
  Again(int epochs, boolean asked, Path kept, PrintWriter err) {
    this.epochs = epochs;
    this.asked = asked;
    this.kept = kept;
    this.err = err;
  }

  @Override
  public void epoch(Epoch epoch) {
    err.printf("epoch %d of %d%n", epoch.epoch(), epochs);
    err.flush();
  }

  @Override
  public boolean wantsGates() {
    return asked;
  }

  @Override
  public void gates(Gates found) {
    gates = found;
  }

  @Override
  public void trouble(Throwable failure) {
    err.println(failure);
  }

  @Override
  public void note(String text) {
    err.println(text);
    err.flush();
  }

  /** Beside its place: it is moved there once the numbers are known to be the same. */
  @Override
  public Path weights() {
    return kept == null ? null : kept.resolveSibling("again-" + kept.getFileName());
  }

  /**
   * Stores what was asked for, unless it would be of other weights than the stored numbers.
   *
   * @param same whether the numbers came out as they are stored
   * @return whether there is nothing left to wish for
   */
  boolean store(Folder folder, String id, boolean same) {
    boolean whole = !asked || stored("Gates", folder.gates(id), same && gates != null, same);
    if (asked && whole) {
      new GateFile(id, gates).write(folder);
    }
    return whole & (kept == null || storeWeights(same));
  }

  private boolean storeWeights(boolean same) {
    Path fresh = weights();
    boolean there = Files.exists(fresh);
    try {
      if (there && same) {
        Files.move(fresh, kept, REPLACE_EXISTING, ATOMIC_MOVE);
      }
      Files.deleteIfExists(fresh);
    } catch (IOException e) {
      throw new BadInput("cannot write " + kept + ": " + e, e);
    }
    return stored("Weights", kept, there && same, same);
  }

  private boolean stored(String what, Path where, boolean done, boolean same) {
    String why =
        same
            ? "the " + what.toLowerCase(Locale.ROOT) + " could not be recorded"
            : "its numbers would not be of the stored trial";
    err.println(done ? what + ": " + where : "squeezelab: " + where + " is not written: " + why);
    return done;
  }
}
