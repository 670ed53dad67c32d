package io.squeezelab.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether somebody has a {@link Claim} to a folder. Who asks holds the lock himself for a moment,
 * shared with others who ask, in which a sweep that starts would be refused; so it is to be asked
 * seldom, and not while a sweep shows signs of life.
 */
final class Claimed {
  private Claimed() {}

  static boolean now(Path folder) {
    try {
      if (Claim.ours(folder)) {
        return true; // to open the file and close it would give the lock back
      }
      Path file = folder.resolve(Claim.NAME);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
          FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
        return free == null;
      }
    } catch (IOException none) {
      return false;
    }
  }
}
