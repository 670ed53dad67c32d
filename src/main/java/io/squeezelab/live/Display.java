package io.squeezelab.live;

/** Where a sweep is shown: a terminal, or a file or pipe that lines go to. */
interface Display extends AutoCloseable {
  /** A line that stays. */
  void say(String line);

  /** How the sweep stands; may be shown or not. */
  void show(Snapshot snapshot);

  /** Leaves nothing behind but the lines. */
  @Override
  void close();
}
