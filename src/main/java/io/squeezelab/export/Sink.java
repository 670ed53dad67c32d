package io.squeezelab.export;

import java.io.IOException;

/** A place in another program's format to which results go. */
public interface Sink {
  /** For messages: what it is, and where. */
  String name();

  /**
   * Brings the place up to date with a trial; the same a second time changes nothing.
   *
   * @throws IOException if the place cannot be reached or written
   */
  void put(Exported trial) throws IOException;

  /**
   * The same of a trial of which nothing has changed but how it counts, since its search has
   * decided.
   */
  default void decided(Exported trial) throws IOException {
    put(trial);
  }
}
