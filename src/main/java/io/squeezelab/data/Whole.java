package io.squeezelab.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that a reader finds whole: the old one or the new one, never a part. */
public final class Whole {
  /** What writes a file. */
  public interface Writer {
    void write(Path file) throws IOException;
  }

  private Whole() {}

  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, fresh -> Files.write(fresh, bytes));
  }

  /**
   * Writes beside the place, then moves it there; makes the folder if need be. Several processes
   * and threads may do so at a time: the last one's file stays.
   */
  public static void write(Path file, Writer writer) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    replace(file, writer);
  }

  /** The same where the folder has to be there: one that was moved away is not made again. */
  public static void replace(Path file, Writer writer) throws IOException {
    String who = ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
    write(file, file.resolveSibling("." + file.getFileName() + "." + who + ".tmp"), writer);
  }

  /**
   * The same where one process alone writes, into a folder that is there, and where the power may
   * go: what is there in the end is on the disk.
   */
  public static void store(Path file, Writer writer) throws IOException {
    Writer forced =
        fresh -> {
          writer.write(fresh);
          try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        };
    write(file, file.resolveSibling(file.getFileName() + ".tmp"), forced);
  }

  /** A full disk had better have the room of what did not come into its place. */
  private static void write(Path file, Path fresh, Writer writer) throws IOException {
    try {
      writer.write(fresh);
      move(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
