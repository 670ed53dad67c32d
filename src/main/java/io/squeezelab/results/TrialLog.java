package io.squeezelab.results;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code trials.jsonl}: one whole line for every finished attempt, appended and never edited, on
 * the disk within a second ({@link Flush}). One process writes at a time. A line torn by a crash is
 * dropped when the next writer opens the file, and is no line for readers.
 */
public final class TrialLog implements AutoCloseable {
  static final String NAME = "trials.jsonl";

  private final Path file;
  private final Claim claim;
  private final RandomAccessFile out; // no channel: an interrupted thread would close that
  private final Flush flush;
  private final Place place;
  private boolean broken;

  private TrialLog(Path file, Claim claim, RandomAccessFile out) throws IOException {
    this.file = file;
    this.claim = claim;
    this.out = out;
    this.place = Place.of(file);
    this.flush = new Flush(out.getFD()::sync);
  }

  /** What is in a log, and what is wrong with it. */
  public record Contents(List<Result> results, List<String> warnings) {}

  /** Whether a folder has a log. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  /** Reads the log of a results folder, empty where there is none yet. */
  public static Contents read(Path folder) {
    Folder.checkFolder(folder);
    return Lines.read(folder.resolve(NAME));
  }

  /**
   * Opens the log for appending, for this process alone.
   *
   * @throws BadInput if the folder cannot be written, or another process is writing
   */
  public static TrialLog open(Path folder) {
    Path file = folder.resolve(NAME);
    Claim claim = null;
    RandomAccessFile out = null;
    try {
      claim = Claim.of(folder);
      out = new RandomAccessFile(file.toFile(), "rw");
      Tail.mend(out);
      Flush.folder(folder);
      return new TrialLog(file, claim, out);
    } catch (IOException e) {
      close(out, claim);
      throw new BadInput("cannot write " + file + ": " + BadInput.reason(e), e);
    }
  }

  /**
   * Appends a result, which then survives the end of this process.
   *
   * @throws BadInput if the disk is full, say; the log is then as it was before. Also if the folder
   *     has been moved away: the result is where the folder is now
   */
  public synchronized void append(Result result) {
    byte[] line = (Trees.print(Print.tree(result)) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      if (broken) {
        throw new IOException("an earlier line could not be written");
      }
      long before = out.getFilePointer();
      try {
        out.write(line);
        flush.written();
      } catch (IOException e) {
        broken = true; // what is behind a torn line would be lost with it
        out.setLength(before);
        throw e;
      }
    } catch (IOException e) {
      throw unstored(result, e);
    }
    checkPlace();
  }

  /** Brings what was appended to the disk now, or throws {@link BadInput}. */
  public synchronized void force() {
    try {
      flush.now();
    } catch (IOException e) {
      throw new BadInput("cannot write " + file + ": " + BadInput.reason(e), e);
    }
  }

  private BadInput unstored(Result result, IOException e) {
    String lost = "cannot store the result of trial " + result.id() + " in " + file + ": ";
    String rest = "; what was stored before is whole, and the trial will run again";
    return new BadInput(lost + BadInput.reason(e) + rest, e);
  }

  /** What else there is of a trial would go to the old place, and no report would find it. */
  private void checkPlace() {
    String gone = " while the sweep ran";
    String moved = ". Where it is now it has every result so far: go on there with --results, or";
    String open = ", so that another could write there; run the same command again to go on";
    if (!place.holds()) {
      String back = " move it back and run the same command again";
      throw new BadInput(file.getParent() + " was moved or deleted" + gone + moved + back);
    }
    if (!claim.holds()) {
      throw new BadInput("the lock of " + file.getParent() + " was deleted" + gone + open);
    }
  }

  @Override
  public void close() {
    try (claim;
        out) {
      flush.close();
    } catch (IOException e) {
      throw new BadInput("cannot close " + file + ": " + BadInput.reason(e), e);
    }
  }

  private static void close(AutoCloseable... opened) {
    for (AutoCloseable one : opened) {
      try {
        if (one != null) {
          one.close();
        }
      } catch (Exception e) {
        // the reason for closing is told
      }
    }
  }
}
