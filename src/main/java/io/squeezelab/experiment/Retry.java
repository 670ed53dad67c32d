package io.squeezelab.experiment;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;

/**
 * How often a trial is tried again at once, by how it ended.
 *
 * @param failed by an error, or because its worker died
 * @param outOfMemory a count, or a smaller micro-batch each time
 * @param timedOut it took longer than {@link RunPolicy#timeOut}
 */
public record Retry(
    @Default("1") int failed,
    @Default("1") Remedy outOfMemory,
    @Default("0") int timedOut,
    @Default("0") int diverged) {
  private static final int MOST = 999;

  public Retry {
    check("failed", failed);
    check("timedOut", timedOut);
    check("diverged", diverged);
  }

  /** A trial that fails again and again is not to keep a slot for ever. */
  private static void check(String field, int times) {
    Check.atLeast(field, 0, times);
    Check.atMost(field, MOST, times);
  }
}
