package io.squeezelab.trial;

import io.squeezelab.spec.Room;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The room that the checkpoints of all trials have together. One process at a time looks and
 * writes, so that two never take the same room.
 *
 * @param trials folder of the trials' folders
 * @param most null for no bound
 */
record DiskBudget(Path trials, Room most) {
  private static final Object ONE_THREAD = new Object();
  private static final String LOCK = ".checkpoints.lock";

  /** Something that takes room. */
  interface Writing {
    void run() throws IOException;
  }

  /**
   * Runs both where there is a bound, else the second alone.
   *
   * @param shrink what makes room, if there is less than needed
   * @return false where there was too little room all the same, and nothing was written
   */
  boolean use(long bytes, Writing shrink, Writing writing) throws IOException {
    if (most == null) {
      writing.run();
      return true;
    }
    synchronized (ONE_THREAD) {
      try (FileChannel channel =
              FileChannel.open(
                  trials.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (taken() + bytes > most.bytes()) {
          shrink.run();
        }
        boolean room = lock.isValid() && taken() + bytes <= most.bytes();
        if (room) {
          writing.run();
        }
        return room;
      }
    }
  }

  private long taken() throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(trials)) {
      folders = all.toList();
    }
    long sum = 0;
    for (Path folder : folders) {
      for (Path file : Generations.files(folder)) {
        sum += file.toFile().length(); // 0 where another process has deleted it meanwhile
      }
    }
    return sum;
  }
}
