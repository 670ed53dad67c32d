package io.squeezelab.sweep;

import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A device of this machine, taken by a process: by several at once to train, by one alone to
 * measure. The system keeps it as a lock on a file, and takes it back when the process ends.
 */
public final class Booking implements AutoCloseable {
  private final FileChannel file;

  private Booking(FileChannel file) {
    this.file = file;
  }

  /**
   * For trials, which may run beside each other; waits while somebody measures.
   *
   * @param waiting told once before a wait
   */
  public static Booking shared(Hardware hardware, Runnable waiting) {
    FileChannel file = open(hardware);
    try {
      if (file.tryLock(0, Long.MAX_VALUE, true) == null) {
        waiting.run();
        file.lock(0, Long.MAX_VALUE, true);
      }
      return new Booking(file);
    } catch (OverlappingFileLockException ours) {
      return new Booking(file); // this process has the device already
    } catch (IOException e) {
      throw unlocked(hardware, e);
    }
  }

  /** For a measurement; empty while trials run on the device, or another measurement. */
  public static Optional<Booking> alone(Hardware hardware) {
    FileChannel file = open(hardware);
    try {
      FileLock lock = file.tryLock();
      return lock == null ? Optional.empty() : Optional.of(new Booking(file));
    } catch (OverlappingFileLockException ours) {
      return Optional.empty(); // this process trains on it
    } catch (IOException e) {
      throw unlocked(hardware, e);
    }
  }

  private static FileChannel open(Hardware hardware) {
    String device = hardware.toString().replace(':', '-');
    String name = "squeezelab-" + System.getProperty("user.name") + "-" + device + ".lock";
    try {
      return FileChannel.open(
          Path.of(System.getProperty("java.io.tmpdir"), name),
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unlocked(hardware, e);
    }
  }

  private static BadInput unlocked(Hardware hardware, IOException e) {
    return new BadInput("cannot lock " + hardware + " in the folder for temporary files: " + e, e);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new BadInput("cannot unlock the device: " + e, e);
    }
  }
}
