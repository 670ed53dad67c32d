package io.squeezelab.sweep;

import java.time.Duration;
import java.util.List;

/**
 * How long a sweep waits for its workers.
 *
 * @param start for one that starts to be ready: a busy machine is slow at that
 * @param silence after which a worker of which nothing is heard is ended, although it lives
 * @param grace that a trial has to stop once its time is over
 * @param pauses between attempts to start a worker
 */
public record Patience(Duration start, Duration silence, Duration grace, List<Duration> pauses) {
  public static final Patience STANDARD =
      new Patience(
          Duration.ofMinutes(2),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60)));

  /** With another silence; who bears a long one gives as long to start. */
  public Patience silence(Duration other) {
    Duration longer = other.compareTo(start) > 0 ? other : start;
    return new Patience(longer, other, grace, pauses);
  }
}
