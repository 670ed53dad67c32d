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
 * The right to write to a results folder, which one process has at a time, by whatever path it came
 * there. The system keeps it as a lock on the file {@code .lock} and takes it back when the process
 * ends, however it ends; what the file says is for people.
 *
 * <p>The file is nothing but a lock, because a system that follows POSIX lets go of a lock as soon
 * as its process closes the file anywhere, as it does after reading it.
 */
final class Claim implements AutoCloseable {
  static final String NAME = ".lock";
  private static final int TRIES = 5;
  private static final long PAUSE = 50; // milliseconds; who only looks is gone by then

  /** Those of this process, by file, with what they say. */
  private static final Map<Object, String> OURS = new ConcurrentHashMap<>();

  private final Place place;
  private final FileChannel channel;

  private Claim(Place place, FileChannel channel) {
    this.place = place;
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
    Place place = Place.of(file);
    String mine = words();
    String before = OURS.putIfAbsent(place.key(), mine);
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
      return new Claim(place, channel);
    } catch (IOException | RuntimeException e) {
      OURS.remove(place.key());
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  private static boolean locked(FileChannel channel, Path folder) {
    try {
      for (int i = 0; i < TRIES; i++) {
        if (channel.tryLock() != null) {
          return true;
        }
        pause();
      }
      return false;
    } catch (IOException e) {
      String why = ": two sweeps could write there at once; results need a file system with locks";
      throw new BadInput("cannot lock " + folder + " (" + BadInput.reason(e) + ")" + why, e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

  /** Whether it still keeps others out: not where somebody took the file away. */
  boolean holds() {
    return place.holds();
  }

  /** Whether this process has the folder. */
  static boolean ours(Path folder) throws IOException {
    return OURS.containsKey(Place.of(folder.resolve(NAME)).key());
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      OURS.remove(place.key());
    }
  }
}
