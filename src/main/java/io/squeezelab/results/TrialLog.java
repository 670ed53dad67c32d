package io.squeezelab.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code trials.jsonl}: one whole line for every finished attempt, appended and forced to disk, and
 * never edited. One process writes at a time. A line torn by a crash is dropped when the next
 * writer opens the file, and is no line for readers.
 */
public final class TrialLog implements AutoCloseable {
  private static final String NAME = "trials.jsonl";

  private final Path file;
  private final FolderLock lock;
  private final FileChannel channel;

  private TrialLog(Path file, FolderLock lock, FileChannel channel) {
    this.file = file;
    this.lock = lock;
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
    Path file = folder.resolve(NAME);
    List<Result> results = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    String[] lines = text(file).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      try {
        results.add(Result.parse(lines[i]));
      } catch (BadInput broken) {
        boolean torn = i == lines.length - 1;
        String what =
            torn ? "is torn, as a crash leaves it" : "cannot be read: " + broken.getMessage();
        warnings.add(file + ":" + (i + 1) + ": the line " + what + "; it is left out");
      }
    }
    return new Contents(List.copyOf(results), List.copyOf(warnings));
  }

  private static String text(Path file) {
    try {
      // a crash may tear a character too, which is no reason to refuse the whole file
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException none) {
      return "";
    } catch (IOException e) {
      throw new BadInput("cannot read " + file + ": " + Folder.reason(e), e);
    }
  }

  /**
   * Opens the log for appending, for this process alone.
   *
   * @throws BadInput if the folder cannot be written, or another process is writing
   */
  public static TrialLog open(Path folder) {
    Path file = folder.resolve(NAME);
    FolderLock lock = null;
    try {
      lock = FolderLock.take(folder);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Tail.mend(channel);
      return new TrialLog(file, lock, channel);
    } catch (IOException e) {
      release(lock);
      throw new BadInput("cannot write " + file + ": " + Folder.reason(e), e);
    }
  }

  private static void release(FolderLock lock) {
    try (lock) {
      // nothing was written
    } catch (IOException e) {
      throw new BadInput("cannot unlock the folder: " + e.getMessage(), e);
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
    try (lock) {
      channel.close();
    } catch (IOException e) {
      throw new BadInput("cannot close " + file + ": " + e.getMessage(), e);
    }
  }
}
