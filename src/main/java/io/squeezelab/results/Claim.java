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
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write to a results folder, which one process has at a time, by whatever path it came
 * there. The system keeps it as a lock on the file {@code .lock} and takes it back when the process
 * ends, however it ends; what the file says is for people.
 *
 * <p>The file is nothing but a lock, because a system that follows POSIX lets go of a lock as soon
 * as its process closes the file anywhere, as it does after reading it.
 */
final class Claim implements AutoCloseable {
  static final String NAME = ".lock";

  /** Those of this process, by file, with what they say. */
  private static final Map<Object, String> OURS = new ConcurrentHashMap<>();

  private final Path file;
  private final Object key;
  private final FileChannel channel;

  private Claim(Path file, Object key, FileChannel channel) {
    this.file = file;
    this.key = key;
    this.channel = channel;
  }

  /**
   * @throws BadInput if another sweep has the folder, or it cannot be locked
   * @throws IOException if the folder cannot be written
   */
  static Claim of(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (Files.notExists(file)) {
      Files.write(file, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    Object key = key(file);
    String mine = words();
    String before = OURS.putIfAbsent(key, mine);
    if (before != null) {
      throw taken(folder, before);
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel, folder)) {
        throw taken(folder, Files.readString(file).strip());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((mine + "\n").getBytes(StandardCharsets.UTF_8)));
      return new Claim(file, key, channel);
    } catch (IOException | RuntimeException e) {
      OURS.remove(key);
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  private static boolean locked(FileChannel channel, Path folder) {
    try {
      return channel.tryLock() != null;
    } catch (IOException e) {
      throw new BadInput(
          "cannot lock "
              + folder
              + ": "
              + Folder.reason(e)
              + "; two sweeps could write there at once, so results need a file system with locks",
          e);
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

  /** Whether this process has the folder. */
  static boolean ours(Path folder) throws IOException {
    return OURS.containsKey(key(folder.resolve(NAME)));
  }

  /** Whether it still keeps others out: not where somebody took the file away. */
  boolean holds() {
    return same(file, key);
  }

  /** Whether the file at a path is still the one with this key. */
  static boolean same(Path file, Object key) {
    try {
      return key.equals(key(file));
    } catch (IOException gone) {
      return false;
    }
  }

  /** What makes a file the same by any path; its real path where the system has no such thing. */
  static Object key(Path file) throws IOException {
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return Objects.requireNonNullElse(key, file.toRealPath());
  }

  @Override
  public void close() throws IOException {
    OURS.remove(key);
    channel.close();
  }
}
