package io.squeezelab.live;

import java.io.PrintWriter;

/** Where a sweep is shown: a terminal, or a file or pipe that lines go to. */
interface Display extends AutoCloseable {
  /**
   * Where standard error goes.
   *
   * @param err what is written to it with
   */
  static Display of(PrintWriter err) {
    return TerminalSize.ask().isEmpty()
        ? new Plain(err, System::nanoTime)
        : new Screen(
            err,
            new Lately(System::nanoTime),
            Foreground::ours,
            TerminalSize.colours(System.getenv()));
  }

  /** A line that stays. */
  void say(String line);

  /** How the sweep stands; may be shown or not. */
  void show(Snapshot snapshot);

  /** Leaves nothing behind but the lines. */
  @Override
  void close();
}
