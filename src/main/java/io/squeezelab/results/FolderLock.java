package io.squeezelab.results;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code .lock}: held by the one process that writes to a results folder, and given back by the
 * system when that ends, however it ends. A file of its own, since a process that closes a file
 * loses its locks on it, also where it had only read it.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".lock";
  private static final int TRIES = 5;
  private static final long PAUSE = 50; // milliseconds; who only looks is gone by then

  /** Folders that this process writes to: their lock files it must not open a second time. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel file;

  private FolderLock(Path folder, FileChannel file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * @throws BadInput if another process has it
   */
  static FolderLock take(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (OURS.add(real)) {
      try {
        FileChannel file = locked(real.resolve(NAME));
        if (file != null) {
          return new FolderLock(real, file);
        }
      } catch (IOException | RuntimeException e) {
        OURS.remove(real);
        throw e;
      }
      OURS.remove(real);
    }
    throw new BadInput("another sweep is writing to " + folder + "; wait for it, or stop it");
  }

  /** Null where another process has it. */
  private static FileChannel locked(Path path) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    for (int i = 0; i < TRIES; i++) {
      if (file.tryLock() != null) {
        return file;
      }
      pause();
    }
    file.close();
    return null;
  }

  /** Whether somebody writes to a folder, this process or another. */
  static boolean held(Path folder) {
    try {
      Path real = folder.toRealPath();
      return OURS.contains(real) || foreign(real.resolve(NAME));
    } catch (IOException none) {
      return false;
    }
  }

  private static boolean foreign(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      return file.tryLock(0, Long.MAX_VALUE, true) == null;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      OURS.remove(folder);
    }
  }
}
