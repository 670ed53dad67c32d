package io.squeezelab.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What can be told of a results folder without reading it. */
public record Glance(Folder folder) {

  /**
   * Whether a process has a claim to it. Who asks holds the lock himself for a moment, shared with
   * others who ask, in which a sweep that starts would be refused; so it is to be asked seldom, and
   * not while a sweep shows signs of life.
   */
  public boolean busy() {
    try {
      if (Claim.ours(folder.path())) {
        return true; // to open the file and close it would give the lock back
      }
      Path file = folder.path().resolve(Claim.NAME);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
          FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
        return free == null;
      }
    } catch (IOException none) {
      return false;
    }
  }

  /** Bytes of its log, which grows with every result; 0 where there is none. */
  public long size() {
    try {
      return Files.size(folder.path().resolve(TrialLog.NAME));
    } catch (IOException none) {
      return 0;
    }
  }
}
