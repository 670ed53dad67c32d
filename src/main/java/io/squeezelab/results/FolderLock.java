package io.squeezelab.results;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code .lock}: held by the one process that writes to a results folder, by whatever path it came
 * there, and given back by the system when that ends, however it ends. A file of its own, since a
 * process that closes a file loses its locks on it, also where it had only read it. What stands in
 * it is for people.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".lock";
  private static final int TRIES = 5;
  private static final long PAUSE = 50; // milliseconds; who only looks is gone by then

  /** Folders that this process writes to: their lock files it must not open a second time. */
  private static final Map<Path, String> OURS = new ConcurrentHashMap<>();

  private final Path folder;
  private final FileChannel file;
  private final Place place;

  private FolderLock(Path folder, FileChannel file) throws IOException {
    this.folder = folder;
    this.file = file;
    this.place = Place.of(folder.resolve(NAME));
  }

  /**
   * @throws BadInput if another process has it, or the folder cannot be locked
   */
  static FolderLock take(Path folder) throws IOException {
    Path real = folder.toRealPath();
    String words = words();
    String before = OURS.putIfAbsent(real, words);
    if (before != null) {
      throw taken(folder, before);
    }
    FileChannel file = null;
    try {
      Path path = real.resolve(NAME);
      file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(file, folder)) {
        throw taken(folder, Files.readString(path).strip());
      }
      file.truncate(0);
      file.write(ByteBuffer.wrap((words + "\n").getBytes(StandardCharsets.UTF_8)));
      return new FolderLock(real, file);
    } catch (IOException | RuntimeException e) {
      OURS.remove(real);
      if (file != null) {
        file.close();
      }
      throw e;
    }
  }

  private static boolean locked(FileChannel file, Path folder) {
    try {
      for (int i = 0; i < TRIES; i++) {
        if (file.tryLock() != null) {
          return true;
        }
        pause();
      }
      return false;
    } catch (IOException e) {
      String why = ": two sweeps could write there at once; results need a file system with locks";
      throw new BadInput("cannot lock " + folder + " (" + Folder.reason(e) + ")" + why, e);
    }
  }

  private static BadInput taken(Path folder, String by) {
    String who = by.isEmpty() ? "" : " (" + by + ")";
    return new BadInput(
        "another sweep is writing to " + folder + who + "; wait for it, or stop it");
  }

  private static String words() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return "process " + ProcessHandle.current().pid() + " on " + host() + " since " + now;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this machine";
    }
  }

  /** Whether somebody writes to a folder, this process or another. */
  static boolean held(Path folder) {
    try {
      Path real = folder.toRealPath();
      return OURS.containsKey(real) || foreign(real.resolve(NAME));
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

  /** Whether it still keeps others out: not where somebody took the file away. */
  boolean holds() {
    return place.holds();
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
