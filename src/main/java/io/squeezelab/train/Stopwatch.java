package io.squeezelab.train;

/** Seconds that something took, pauses left out. */
final class Stopwatch {
  private double before;
  private long since;
  private boolean running;

  /** Stands at a time that was taken before. */
  void set(double seconds) {
    before = seconds;
    running = false;
  }

  void go() {
    since = System.nanoTime();
    running = true;
  }

  /** Gives the seconds until now. */
  double pause() {
    before = seconds();
    running = false;
    return before;
  }

  double seconds() {
    return running ? before + (System.nanoTime() - since) / 1e9 : before;
  }
}
