package io.squeezelab.live;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * Lines for logs and pipes: one a trial, and where none ends for a minute, how the sweep stands.
 */
final class Plain implements Display {
  private static final long MINUTE = 60_000_000_000L;

  private final PrintWriter err;
  private final LongSupplier clock;
  private long spoke;

  /**
   * @param clock nanoseconds
   */
  Plain(PrintWriter err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
    this.spoke = clock.getAsLong();
  }

  @Override
  public synchronized void say(String line) {
    err.println(line);
    err.flush();
    spoke = clock.getAsLong();
  }

  @Override
  public synchronized void show(Snapshot snapshot) {
    if (clock.getAsLong() - spoke >= MINUTE) {
      say(new Phrases(snapshot).line());
    }
  }

  @Override
  public void close() {
    // lines stay
  }
}
