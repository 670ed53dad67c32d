package io.squeezelab.sweep;

import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Devices of this machine, taken by a process: by several at once to train, by one alone to
 * measure. The system keeps them as locks on files, and takes them back when the process ends.
 */
public final class Booking implements AutoCloseable {
  private final List<FileChannel> files;

  private Booking(List<FileChannel> files) {
    this.files = files;
  }

  /**
   * For trials, which may run beside each other; waits while somebody measures.
   *
   * @param waiting told once before a wait
   */
  public static Booking shared(Collection<Hardware> devices, Runnable waiting) {
    return new Booking(devices.stream().distinct().map(device -> shared(device, waiting)).toList());
  }

  private static FileChannel shared(Hardware hardware, Runnable waiting) {
    FileChannel file = open(hardware);
    try {
      if (file.tryLock(0, Long.MAX_VALUE, true) == null) {
        waiting.run();
        file.lock(0, Long.MAX_VALUE, true);
      }
    } catch (OverlappingFileLockException ours) {
      return file; // this process has the device already
    } catch (IOException e) {
      throw unlocked(hardware, e);
    }
    return file;
  }

  /** For a measurement; empty while trials run on the device, or another measurement. */
  public static Optional<Booking> alone(Hardware hardware) {
    FileChannel file = open(hardware);
    try {
      FileLock lock = file.tryLock();
      return lock == null ? Optional.empty() : Optional.of(new Booking(List.of(file)));
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
      for (FileChannel file : files) {
        file.close();
      }
    } catch (IOException e) {
      throw new BadInput("cannot unlock a device: " + e, e);
    }
  }
}
