package io.squeezelab.results;

import java.io.IOException;
import java.nio.file.Files;

/** What can be told of a results folder without reading it. */
public record Glance(Folder folder) {

  /**
   * Whether a process writes to it. Who asks holds the lock himself for a moment, shared with
   * others who ask, in which a sweep that starts would be refused; so it is to be asked seldom, and
   * not while a sweep shows signs of life.
   */
  public boolean busy() {
    return FolderLock.held(folder.path());
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
