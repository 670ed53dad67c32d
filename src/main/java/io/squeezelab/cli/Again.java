package io.squeezelab.cli;

import io.squeezelab.results.Folder;
import io.squeezelab.results.GateFile;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Watcher;
import java.io.PrintWriter;

/** A stored trial that runs again: shows its progress, and keeps what its gates gave. */
final class Again implements Watcher {
  private final int epochs;
  private final boolean asked;
  private final PrintWriter err;
  private Gates gates;

  /**
   * @param asked whether the gates are to be recorded
   */
  Again(int epochs, boolean asked, PrintWriter err) {
    this.epochs = epochs;
    this.asked = asked;
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
  public void note(String line) {
    err.println(line);
  }

  @Override
  public void trouble(Throwable failure) {
    err.println(failure);
  }

  /**
   * Stores what was asked for, unless it would be of other weights than the stored numbers.
   *
   * @param same whether the numbers came out as they are stored
   * @return whether there is nothing left to wish for
   */
  boolean store(Folder folder, String id, boolean same) {
    if (!asked) {
      return true;
    }
    String where = folder.gates(id).toString();
    if (same && gates != null) {
      new GateFile(id, gates).write(folder);
      err.println("Gates: " + where);
      return true;
    }
    String why =
        same ? "the gates could not be recorded" : "its numbers would not be of the stored trial";
    err.println("squeezelab: " + where + " is not written: " + why);
    return false;
  }
}
