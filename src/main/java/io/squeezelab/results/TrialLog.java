package io.squeezelab.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * {@code trials.jsonl}: one whole line for every finished attempt, appended and forced to disk, and
 * never edited. One process writes at a time. A line torn by a crash is dropped when the next
 * writer opens the file, and is no line for readers.
 */
public final class TrialLog implements AutoCloseable {
  private static final String NAME = "trials.jsonl";

  private final Path file;
  private final FileChannel channel;

  private TrialLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
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
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new BadInput("another sweep is writing to " + folder + "; wait for it, or stop it");
      }
      Tail.mend(channel);
      return new TrialLog(file, channel);
    } catch (IOException e) {
      throw new BadInput("cannot write " + file + ": " + Folder.reason(e), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Appends a result and waits until it is on the disk.
   *
   * @throws BadInput if the disk is full, say; the log is then as it was before
   */
  public synchronized void append(Result result) {
    JsonNode tree = Print.tree(result);
    ByteBuffer line = ByteBuffer.wrap((Trees.print(tree) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      long before = channel.position();
      try {
        while (line.hasRemaining()) {
          channel.write(line);
        }
        channel.force(false);
      } catch (IOException e) {
        channel.truncate(before);
        channel.position(before);
        throw e;
      }
    } catch (IOException e) {
      throw new BadInput(
          "cannot store the result of trial "
              + result.id()
              + " in "
              + file
              + ": "
              + Folder.reason(e)
              + "; what was stored before is whole, and the trial will run again",
          e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new BadInput("cannot close " + file + ": " + e.getMessage(), e);
    }
  }
}
