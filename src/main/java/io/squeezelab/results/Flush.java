package io.squeezelab.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Forces what was appended from the system's memory to the disk, so that it survives a loss of
 * power: at once, but for a line that follows another within a second, which is forced at the end
 * of that second together with others. Trials that take a second and more are thus forced one by
 * one, and short ones do not wait for the disk.
 */
final class Flush implements AutoCloseable {
  /** What holds the file. */
  interface Disk {
    void force() throws IOException;
  }

  private static final long PERIOD = TimeUnit.SECONDS.toNanos(1);

  private final Disk disk;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "to disk");
            thread.setDaemon(true);
            return thread;
          });
  private long last = System.nanoTime() - PERIOD;
  private boolean owed;
  private IOException failure;

  Flush(Disk disk) {
    this.disk = disk;
  }

  /**
   * A line has been written.
   *
   * @throws IOException if it, or one before it, cannot be brought to the disk
   */
  synchronized void written() throws IOException {
    check();
    long wait = last + PERIOD - System.nanoTime();
    if (wait <= 0) {
      force();
    } else if (!owed) {
      owed = true;
      later.schedule(this::pay, wait, TimeUnit.NANOSECONDS);
    }
  }

  /**
   * Forces what waits for the end of its second.
   *
   * @throws IOException if it, or a line before it, cannot be brought to the disk
   */
  synchronized void now() throws IOException {
    pay();
    check();
  }

  private synchronized void pay() {
    try {
      if (owed) {
        force();
      }
    } catch (IOException e) {
      failure = e; // whoever writes next is told
    }
  }

  private void force() throws IOException {
    owed = false;
    disk.force();
    last = System.nanoTime();
  }

  private void check() throws IOException {
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    later.shutdownNow();
    if (owed) {
      force();
    }
    check();
  }

  /** Forces the names in a folder, where the system can; a file without a name is lost. */
  static void folder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    } catch (IOException unable) {
      // such as Windows, which does it by itself
    }
  }
}
