package io.squeezelab.live;

import java.io.PrintWriter;

/** Lines for logs and pipes: one a trial. */
final class Plain implements Display {
  private final PrintWriter err;

  Plain(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void say(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public void show(Snapshot snapshot) {}

  @Override
  public void close() {}
}
