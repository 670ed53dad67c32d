package io.squeezelab.export;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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

  /** Writes beside the place, then moves it there; makes the folder if need be. */
  public static void write(Path file, Writer writer) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    long process = ProcessHandle.current().pid();
    Path whole = file.resolveSibling("." + file.getFileName() + "." + process + ".tmp");
    try {
      writer.write(whole);
      move(whole, file);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
